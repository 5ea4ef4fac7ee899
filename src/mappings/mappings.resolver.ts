import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Measure } from '../law/measure.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { createConnectionType, PageArgs, paginate, type Connection } from '../shared/connections.js';
import { Clause } from '../standards/clause.entity.js';
import { Assessment } from './assessment.entity.js';
import { MappingFilter, matcherOf, type FilterableRelease } from './mapping-filter.js';
import { Mapping } from './mapping.entity.js';
import type { NeedsMappings } from './mappings.graph.js';

export const MappingConnection = createConnectionType('Mapping', () => Mapping);

type Needs = NeedsMappings & { release: FilterableRelease };

@Resolver(() => Mapping)
export class MappingResolver {
  @Query(() => Mapping, {
    nullable: true,
    description: 'One edge by id (`mapping/nis2/21.2.c~iso27001-2022/A.8.13`); null if there is none.',
  })
  mapping(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsMappings): Mapping | undefined {
    return release.mappings.mappings.get(id);
  }

  @Query(() => MappingConnection, {
    description: 'Edges, by obligation in the order of the law, then by clause.',
  })
  mappings(
    @Arg('filter', () => MappingFilter, { nullable: true }) filter: MappingFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: Needs,
  ): Connection<Mapping> {
    return select(candidatesFor(filter, release), filter, page, release);
  }
}

/** Reverse fields live with the edge, so that law and standards never import mappings. */
@Resolver(() => Obligation)
export class ObligationMappingsResolver {
  @FieldResolver(() => MappingConnection, { description: 'Judged edges of this obligation, by clause.' })
  mappings(
    @Root() obligation: Obligation,
    @Arg('filter', () => MappingFilter, { nullable: true }) filter: MappingFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: Needs,
  ): Connection<Mapping> {
    return select(release.mappings.ofObligation(obligation), filter, page, release);
  }

  @FieldResolver(() => [Assessment], {
    description: 'Recorded verdicts that nothing in a standard covers it.',
  })
  assessments(@Root() obligation: Obligation, @Ctx() { release }: NeedsMappings): readonly Assessment[] {
    return release.mappings.assessmentsOf(obligation);
  }
}

@Resolver(() => Measure)
export class MeasureMappingsResolver {
  @FieldResolver(() => MappingConnection, { description: "Judged edges of this measure's obligations." })
  mappings(
    @Root() measure: Measure,
    @Arg('filter', () => MappingFilter, { nullable: true }) filter: MappingFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: Needs,
  ): Connection<Mapping> {
    return select(release.mappings.ofMeasure(measure), filter, page, release);
  }
}

@Resolver(() => Clause)
export class ClauseMappingsResolver {
  @FieldResolver(() => MappingConnection, { description: 'Judged edges to this clause, by obligation.' })
  mappings(
    @Root() clause: Clause,
    @Arg('filter', () => MappingFilter, { nullable: true }) filter: MappingFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: Needs,
  ): Connection<Mapping> {
    return select(release.mappings.ofClause(clause), filter, page, release);
  }
}

/** The edges that a filter can leave: those at the obligations or clauses it names, so that no others are looked at. */
function candidatesFor(filter: MappingFilter | null, release: Needs['release']): readonly Mapping[] {
  const { law, standards, mappings } = release;
  const inOrder = (edges: readonly Mapping[]) => [...new Set(edges)].sort((a, b) => a.position - b.position);
  if (filter?.obligations)
    return inOrder(
      law.obligations
        .named(filter.obligations, 'filter.obligations')
        .flatMap((one) => mappings.ofObligation(one)),
    );
  if (filter?.clauses)
    return inOrder(
      standards.clauses.named(filter.clauses, 'filter.clauses').flatMap((one) => mappings.ofClause(one)),
    );
  return mappings.mappings.all;
}

function select(
  mappings: readonly Mapping[],
  filter: MappingFilter | null,
  page: PageArgs,
  release: Needs['release'],
): Connection<Mapping> {
  return paginate(
    filter ? mappings.filter(matcherOf(filter, release)) : mappings,
    page,
    release.mappings.mappings,
  );
}
