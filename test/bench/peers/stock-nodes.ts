import { ENTITIES } from '../../../src/entities.js';
import { CourseModule } from '../../../src/training/course-module.entity.js';
import { Node } from '../../../src/shared/node.js';

/** The table of a record, told by its id: `entity-type/nis2/I.1` is one of `EntityType`. */
export function entityNamed(id: string): new () => Node {
  const [kind = '', ...rest] = id.split('/');
  if (kind === 'course' && rest.length > 1) return CourseModule;
  const name = kind.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const entity = ENTITIES.find((one) => one.name === name);
  if (!entity || !(entity.prototype instanceof Node)) throw new Error(`${id} is of no known table.`);
  return entity as new () => Node;
}
