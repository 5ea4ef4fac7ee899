import 'reflect-metadata';
import { Derivation, Relationship } from '../mappings/mappings.enums.js';
import { PATHS } from '../paths.js';
import { countFaults } from '../seeding/count-faults.js';
import { readSeeds } from '../seeding/read-seeds.js';
import { groupBy } from '../shared/catalogue.js';
import { openRelease } from './open-release.js';

/** `npm run -s facts`: how much the release holds, as the README says it. */
const { dataset, law, sectors, national, standards, mappings } = await openRelease();
const faults = countFaults(await readSeeds(PATHS.seed));

const all = mappings.mappings.all;
const asserted = all.filter(({ derivation }) => derivation === Derivation.ASSERTED);
const related = asserted.filter(({ relationship }) => relationship !== Relationship.NO_RELATIONSHIP);
const tally = <T>(records: Iterable<T>, keyOf: (record: T) => string) =>
  [...groupBy(records, keyOf)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, { length }]) => `${length} ${key}`)
    .join(', ');
const share = Math.max(
  ...[...groupBy(asserted, (edge) => edge.relationship).values()].map((one) => one.length),
);
const current = standards.standards.all.filter((standard) => standard.current);
const entityFacing = law.obligations.all.filter((obligation) => obligation.entityFacing);
const having = law.instruments.all.filter((act) => law.provisionsOf(act).length > 0);

console.log(
  [
    `release ${dataset.version} of ${dataset.releasedOn}`,
    `${law.instruments.size} instruments, ${having.length} of them with provisions: ${dataset.counts.provisions} in all`,
    `${law.obligations.size} obligations, ${entityFacing.length} of them on the regulated (${tally(entityFacing, ({ provision }) => provision.instrument.shortName)})`,
    `${law.measures.size} measures with ${law.measures.all.flatMap(({ topics }) => topics).length} topics`,
    `${sectors.sectors.size} sectors, ${sectors.subsectors.size} subsectors, ${sectors.entityTypes.size} entity types`,
    `${national.authorities.size} competent authorities, transposition of ${national.transpositions.size} Member States`,
    `${current.length} standards in their current editions, ${standards.standards.size - current.length} earlier editions, ${standards.clauses.size} clauses`,
    `${asserted.length} asserted edges and ${all.length - asserted.length} inherited from them; ${mappings.assessments.size} assessments that nothing covers`,
    `of the asserted edges ${tally(asserted, ({ obligation }) => obligation.provision.instrument.shortName)}; without NO_RELATIONSHIP ${tally(related, ({ obligation }) => obligation.provision.instrument.shortName)}`,
    `to ${tally(asserted, ({ clause }) => clause.standard.reference)}`,
    `${tally(asserted, ({ relationship }) => relationship)}; the largest share is ${((100 * share) / asserted.length).toFixed(1)} %`,
    `confidence ${tally(asserted, ({ confidence }) => confidence)}; ${tally(asserted, ({ status }) => status)}`,
    `edges at fault: ${faults.dangling} dangling, ${faults.duplicate} duplicate, ${faults.toHeadings} to headings, ${faults.toSupersededEditions} to superseded editions, ${faults.withoutProvision} without a provision`,
    `${dataset.counts.unassessed} pairs of an obligation and a current standard not judged yet`,
  ].join('\n'),
);
