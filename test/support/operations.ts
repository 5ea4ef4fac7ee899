import { readOperations } from '../../src/operations/example-operations.js';
import { PATHS } from '../../src/paths.js';

export type { ExampleOperation } from '../../src/operations/example-operations.js';

/** All example operations, in the order of their folders and names. */
export const OPERATIONS = readOperations(PATHS.operations);

/** The kinds of users that have a set of their own: the folders of schema/operations. */
export const KINDS_OF_USER = [...new Set(OPERATIONS.map(({ kindOfUser }) => kindOfUser))];
