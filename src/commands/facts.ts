import { Derivation } from '../mappings/mappings.enums.js';
import { openRelease } from './open-release.js';

/** `npm run -s facts`: how much the release holds, as the README says it. */
const { dataset, law, sectors, standards, mappings } = await openRelease();

const all = mappings.mappings.all;
const asserted = all.filter(({ derivation }) => derivation === Derivation.ASSERTED);
const relationships = new Map<string, number>();
for (const { relationship } of asserted)
  relationships.set(relationship, (relationships.get(relationship) ?? 0) + 1);
const spread = [...relationships].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} ${name}`);
const current = standards.standards.all.filter((standard) => standard.current);
const entityFacing = law.obligations.all.filter((obligation) => obligation.entityFacing);

console.log(
  [
    `release ${dataset.version} of ${dataset.releasedOn}`,
    `${dataset.counts.provisions} provisions and ${law.obligations.size} obligations, ${entityFacing.length} of them on entities, management bodies, registries and registrars`,
    `${law.measures.size} measures with ${law.measures.all.flatMap(({ topics }) => topics).length} topics`,
    `${sectors.sectors.size} sectors, ${sectors.subsectors.size} subsectors, ${sectors.entityTypes.size} entity types`,
    `${current.length} standards in their current editions, ${standards.standards.size - current.length} earlier editions, ${standards.clauses.size} clauses`,
    `${asserted.length} judged edges (${spread.join(', ')}), ${all.length - asserted.length} inherited from them, ${mappings.assessments.size} assessments that nothing covers`,
    `${dataset.counts.unassessed} pairs of an obligation and a current standard not judged yet`,
  ].join('\n'),
);
