import { Field, ID, InputType, Int } from 'type-graphql';
import { measuresOf, type NeedsLaw } from '../law/law.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { nonEmpty } from '../shared/catalogue.js';
import { badInput } from '../shared/errors.js';
import { answersFor, type NeedsStandards } from '../standards/standards.graph.js';
import type { Mapping } from './mapping.entity.js';
import { Confidence } from '../dataset/confidence.js';
import { Derivation, Relationship } from './mappings.enums.js';

@InputType({
  description:
    'Narrows a list of edges. What is left out does not narrow; lists mean any of. An id that does not exist is an error, never an empty answer.',
})
export class MappingFilter {
  @Field(() => [ID], { nullable: true, description: 'Only edges of these obligations.' })
  obligations?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only edges of obligations of these measures, and of those that detail them.',
  })
  measures?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only edges to these clauses.' })
  clauses?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only edges to clauses of these standards.' })
  standards?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only edges of obligations of these instruments.' })
  instruments?: string[] | null;

  @Field(() => [Relationship], { nullable: true, description: 'Only edges with these relationships.' })
  relationships?: Relationship[] | null;

  @Field(() => [Derivation], { nullable: true, description: 'Only asserted, or only inherited edges.' })
  derivations?: Derivation[] | null;

  @Field(() => Int, { nullable: true, description: 'Only edges at least this strong, 1 to 10.' })
  minStrength?: number | null;

  @Field(() => [Confidence], { nullable: true, description: 'Only edges judged with this confidence.' })
  confidence?: Confidence[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only edges that hold in one of these sectors: the obligation falls on it, and a sector standard is written for it.',
  })
  sectors?: string[] | null;
}

/** The release as far as filtering edges needs it. */
export type FilterableRelease = NeedsLaw['release'] & NeedsSectors['release'] & NeedsStandards['release'];

/** A test for one edge. Throws for ids that do not exist and for a strength out of bounds. */
export function matcherOf(
  filter: MappingFilter,
  { law, sectors, standards: { standards, clauses } }: FilterableRelease,
): (mapping: Mapping) => boolean {
  const setOf = <T>(records: readonly T[] | null | undefined) => records && new Set(records);
  const choiceOf = <K extends 'relationships' | 'derivations' | 'confidence'>(key: K) =>
    setOf(filter[key] && nonEmpty<NonNullable<MappingFilter[K]>[number]>(filter[key], `filter.${key}`));
  const obligations = setOf(
    filter.obligations && law.obligations.named(filter.obligations, 'filter.obligations'),
  );
  const measures = setOf(filter.measures && law.measures.named(filter.measures, 'filter.measures'));
  const instruments = setOf(
    filter.instruments && law.instruments.named(filter.instruments, 'filter.instruments'),
  );
  const targets = setOf(filter.clauses && clauses.named(filter.clauses, 'filter.clauses'));
  const editions = setOf(filter.standards && standards.named(filter.standards, 'filter.standards'));
  const places = filter.sectors && sectors.sectors.named(filter.sectors, 'filter.sectors');
  const types = setOf(places?.flatMap((sector) => sectors.typesIn(sector)));
  const relationships = choiceOf('relationships');
  const derivations = choiceOf('derivations');
  const confidence = choiceOf('confidence');
  const minStrength = filter.minStrength ?? 1;
  if (minStrength < 1 || minStrength > 10) {
    throw badInput(`filter.minStrength is ${minStrength}, but strength runs from 1 to 10.`, {
      argument: 'filter.minStrength',
      value: minStrength,
    });
  }

  return (mapping) => {
    const { obligation, clause } = mapping;
    return (
      (!obligations || obligations.has(obligation)) &&
      (!measures || measuresOf(obligation).some((measure) => measures.has(measure))) &&
      (!instruments || instruments.has(obligation.provision.instrument)) &&
      (!targets || targets.has(clause)) &&
      (!editions || editions.has(clause.standard)) &&
      (!relationships || relationships.has(mapping.relationship)) &&
      (!derivations || derivations.has(mapping.derivation)) &&
      (!confidence || confidence.has(mapping.confidence)) &&
      mapping.strength >= minStrength &&
      (!types ||
        (answersFor(clause.standard, types) &&
          sectors.typesBoundBy(obligation).some((type) => types.has(type))))
    );
  };
}
