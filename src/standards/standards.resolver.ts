import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { Sector } from '../sectors/sector.entity.js';
import { nonEmpty } from '../shared/catalogue.js';
import { createConnectionType, PageArgs, paginate, type Connection } from '../shared/connections.js';
import { badInput } from '../shared/errors.js';
import { nearest } from '../shared/nearest.js';
import { Clause, RelatedClause, type ControlAttributes } from './clause.entity.js';
import { Standard } from './standard.entity.js';
import { ClauseKind } from './standards.enums.js';
import type { NeedsStandards, StandardsGraph } from './standards.graph.js';

export const ClauseConnection = createConnectionType('Clause', () => Clause);

@InputType({ description: 'Narrows a list of clauses. What is left out does not narrow; lists mean any of.' })
export class ClauseFilter {
  @Field(() => [ID], { nullable: true, description: 'Only of these standards.' })
  standards?: string[] | null;

  @Field(() => [ClauseKind], { nullable: true, description: 'Only of these kinds.' })
  kinds?: ClauseKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only controls with one of these values of `attributes.controlTypes`.',
  })
  controlTypes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only controls with one of these values of `attributes.cybersecurityConcepts`.',
  })
  cybersecurityConcepts?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only controls with one of these values of `attributes.operationalCapabilities`.',
  })
  operationalCapabilities?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only controls with one of these values of `attributes.securityDomains`.',
  })
  securityDomains?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only controls with one of these values of `attributes.informationSecurityProperties`.',
  })
  informationSecurityProperties?: string[] | null;
}

@Resolver(() => Standard)
export class StandardResolver {
  @Query(() => [Standard], { description: 'All editions, current and superseded.' })
  standards(@Ctx() { release }: NeedsStandards): readonly Standard[] {
    return release.standards.standards.all;
  }

  @Query(() => Standard, {
    nullable: true,
    description: 'One edition by id (`standard/iso22301-2019`); null if there is none.',
  })
  standard(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsStandards): Standard | undefined {
    return release.standards.standards.get(id);
  }

  @FieldResolver(() => ClauseConnection, { description: 'Its clauses in the order of the standard.' })
  clauses(
    @Root() standard: Standard,
    @Arg('filter', () => ClauseFilter, { nullable: true }) filter: ClauseFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: NeedsStandards,
  ): Connection<Clause> {
    return select(release.standards.clausesOf(standard), filter, page, release.standards);
  }
}

@Resolver(() => Clause)
export class ClauseResolver {
  @Query(() => Clause, {
    nullable: true,
    description: 'One clause by id (`clause/iso27002-2022/5.19`); null if there is none.',
  })
  clause(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsStandards): Clause | undefined {
    return release.standards.clauses.get(id);
  }

  @Query(() => ClauseConnection, { description: 'Clauses in the order of the standards.' })
  clauses(
    @Arg('filter', () => ClauseFilter, { nullable: true }) filter: ClauseFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: NeedsStandards,
  ): Connection<Clause> {
    const { standards } = release;
    const editions = filter?.standards && standards.standards.named(filter.standards, 'filter.standards');
    return select(editions ? clausesIn(editions, standards) : standards.clauses.all, filter, page, standards);
  }

  @FieldResolver(() => [Clause], { description: 'The clauses directly under it.' })
  children(@Root() clause: Clause, @Ctx() { release }: NeedsStandards): readonly Clause[] {
    return release.standards.childrenOf(clause);
  }

  @FieldResolver(() => [RelatedClause], {
    description: 'Clauses of other standards it is linked to, whichever end the link was written from.',
  })
  related(@Root() clause: Clause, @Ctx() { release }: NeedsStandards): readonly RelatedClause[] {
    return release.standards.relatedTo(clause);
  }
}

@Resolver(() => Sector)
export class SectorStandardsResolver {
  @FieldResolver(() => [Standard], {
    description: 'Standards written for this sector; those for everybody are not listed.',
  })
  standards(@Root() sector: Sector, @Ctx() { release }: NeedsStandards): readonly Standard[] {
    return release.standards.writtenForSector(sector);
  }
}

const ATTRIBUTE_SETS = [
  'controlTypes',
  'cybersecurityConcepts',
  'operationalCapabilities',
  'securityDomains',
  'informationSecurityProperties',
] as const satisfies readonly (keyof ControlAttributes & keyof ClauseFilter)[];

function clausesIn(standards: readonly Standard[], graph: StandardsGraph): Clause[] {
  return [...new Set(standards)]
    .flatMap((standard) => graph.clausesOf(standard))
    .sort((a, b) => a.position - b.position);
}

function select(
  clauses: readonly Clause[],
  filter: ClauseFilter | null,
  page: PageArgs,
  graph: StandardsGraph,
): Connection<Clause> {
  return paginate(filter ? clauses.filter(matcherOf(filter, graph)) : clauses, page, graph.clauses);
}

function matcherOf(filter: ClauseFilter, graph: StandardsGraph): (clause: Clause) => boolean {
  const standards = filter.standards && new Set(graph.standards.named(filter.standards, 'filter.standards'));
  const kinds = filter.kinds && new Set(nonEmpty(filter.kinds, 'filter.kinds'));
  const attributes = ATTRIBUTE_SETS.flatMap((set) => {
    const wanted = filter[set];
    return wanted ? [{ set, wanted: new Set(knownValues(set, wanted, graph)) }] : [];
  });
  return (clause) =>
    (!standards || standards.has(clause.standard)) &&
    (!kinds || kinds.has(clause.kind)) &&
    attributes.every(
      ({ set, wanted }) => clause.attributes?.[set].some((value) => wanted.has(value)) ?? false,
    );
}

/** A value no control carries is a slip of the caller's, not an empty answer. */
function knownValues(
  set: (typeof ATTRIBUTE_SETS)[number],
  wanted: string[],
  { clauses }: StandardsGraph,
): string[] {
  const known = new Set(clauses.all.flatMap((clause) => clause.attributes?.[set] ?? []));
  for (const value of nonEmpty(wanted, `filter.${set}`)) {
    if (known.has(value)) continue;
    const suggestions = nearest(value, known);
    const choice = suggestions.length ? suggestions : [...known].sort();
    throw badInput(
      `filter.${set}: no control has ${JSON.stringify(value)}. It can be ${choice.join(', ')}.`,
      {
        argument: `filter.${set}`,
        value,
        suggestions,
      },
    );
  }
  return wanted;
}
