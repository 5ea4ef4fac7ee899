import { fromGlobalId, toGlobalId } from 'graphql-relay';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { MoreThan } from 'typeorm';
import { coverageOf } from '../../../src/coverage/coverage.js';
import { Coverage } from '../../../src/coverage/coverage.types.js';
import { Citation } from '../../../src/dataset/source.entity.js';
import { Instrument } from '../../../src/law/instrument.entity.js';
import { ObligationConnection } from '../../../src/law/law.connections.js';
import { Measure } from '../../../src/law/measure.entity.js';
import { Deadline, Obligation } from '../../../src/law/obligation.entity.js';
import { Provision } from '../../../src/law/provision.entity.js';
import { Topic } from '../../../src/law/topic.entity.js';
import { Assessment } from '../../../src/mappings/assessment.entity.js';
import { MappingFilter } from '../../../src/mappings/mapping-filter.js';
import { Mapping } from '../../../src/mappings/mapping.entity.js';
import { CoverageLevel } from '../../../src/mappings/mappings.enums.js';
import type { MappingsGraph } from '../../../src/mappings/mappings.graph.js';
import { MappingConnection } from '../../../src/mappings/mappings.resolver.js';
import { createSearchStore } from '../../../src/search/search-store.js';
import { loadSearch } from '../../../src/search/search.graph.js';
import { SearchResolver, SearchResult, SearchResultConnection } from '../../../src/search/search.resolver.js';
import {
  DEFAULT_PAGE_SIZE,
  ForwardPageArgs,
  PageArgs,
  paginate,
  type Connection,
} from '../../../src/shared/connections.js';
import { Language } from '../../../src/shared/language.js';
import { Node } from '../../../src/shared/node.js';
import type { StockContext, StockRows } from './stock-rows.js';
import { entityNamed } from './stock-nodes.js';
import { Pace } from '../../../src/shared/pace.js';

/** Only the arguments and fields that the operations of the bench ask for. */
@Resolver(() => Obligation)
export class StockObligationResolver {
  @Query(() => Obligation, { nullable: true })
  obligation(@Arg('id', () => ID) id: string, @Ctx() { rows }: StockContext): Promise<Obligation> {
    return rows.obligations.load(id);
  }

  @Query(() => ObligationConnection)
  async obligations(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { rows: { manager } }: StockContext,
  ): Promise<Connection<Obligation>> {
    const most = first ?? DEFAULT_PAGE_SIZE;
    const start = after && (await manager.findOneByOrFail(Obligation, { id: fromGlobalId(after).id }));
    const found = await manager.find(Obligation, {
      where: start ? { position: MoreThan(start.position) } : {},
      order: { position: 'ASC' },
      take: most + 1,
      relations: { provision: true },
    });
    const nodes = found.slice(0, most);
    const edges = nodes.map((node) => ({ node, cursor: toGlobalId('cursor', node.id) }));
    return {
      nodes,
      edges,
      totalCount: await manager.count(Obligation),
      pageInfo: {
        hasNextPage: found.length > most,
        hasPreviousPage: Boolean(start),
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  @FieldResolver(() => Measure, { nullable: true })
  measure(@Root() obligation: Obligation, @Ctx() { rows }: StockContext): Promise<Measure> | null {
    return obligation.measureId === null ? null : rows.measures.load(obligation.measureId);
  }

  @FieldResolver(() => [Topic])
  topics(@Root() obligation: Obligation, @Ctx() { rows }: StockContext) {
    return rows.topics.loadMany(obligation.topicIds);
  }

  @FieldResolver(() => Deadline, { nullable: true })
  deadline(@Root() { deadlineFacts }: Obligation): Deadline | null {
    if (!deadlineFacts) return null;
    const { duration = null, trigger } = deadlineFacts;
    return Object.assign(new Deadline(), { duration, triggerText: trigger });
  }

  @FieldResolver(() => MappingConnection)
  async mappings(
    @Root() { id }: Obligation,
    @Arg('filter', () => MappingFilter, { nullable: true }) filter: MappingFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { rows }: StockContext,
  ): Promise<Connection<Mapping>> {
    const standards = filter?.standards && new Set(filter.standards);
    const found = (await rows.mappingsOf.load(id)).filter(
      ({ clause, strength }) =>
        (!standards || standards.has(clause.standardId)) && strength >= (filter?.minStrength ?? 1),
    );
    return paginate(found, page);
  }

  @FieldResolver(() => [Assessment])
  async assessments(@Root() { id }: Obligation, @Ctx() { rows }: StockContext): Promise<Assessment[]> {
    const assessments = await rows.assessmentsOf.load(id);
    for (const assessment of assessments)
      assessment.standard = await rows.standards.load(assessment.standardId);
    return assessments.sort((a, b) => a.position - b.position);
  }

  @FieldResolver(() => Coverage)
  async coverage(
    @Root() obligation: Obligation,
    @Arg('standards', () => [ID]) standardIds: string[],
    @Ctx() { rows }: StockContext,
  ): Promise<Coverage> {
    const standards = await Promise.all(standardIds.map((id) => rows.standards.load(id)));
    return coverageOf(obligation, standards, await readJudgements(obligation, rows));
  }
}

/** The judgements of one obligation, linked as the plain functions of Kobling read them. */
async function readJudgements(obligation: Obligation, rows: StockRows): Promise<MappingsGraph> {
  const topicsOf = (ids: readonly string[]) => Promise.all(ids.map((id) => rows.topics.load(id)));
  const [topics, mappings, assessments, parts] = await Promise.all([
    topicsOf(obligation.topicIds),
    rows.mappingsOf.load(obligation.id),
    rows.assessmentsOf.load(obligation.id),
    rows.remainderOf.load(obligation.id),
  ]);
  obligation.topics = topics;
  for (const mapping of mappings)
    mapping.topics = mapping.covers === CoverageLevel.FULL ? topics : await topicsOf(mapping.topicIds);
  for (const assessment of assessments)
    assessment.standard = await rows.standards.load(assessment.standardId);
  for (const part of parts) part.untilTopics = await topicsOf(part.untilTopicIds);
  const assessed = new Set([
    ...mappings.map(({ clause }) => clause.standard),
    ...assessments.map(({ standard }) => standard),
  ]);
  const graph: Partial<MappingsGraph> = {
    ofObligation: () => mappings,
    assessmentsOf: () => assessments,
    remainderOf: () => parts.sort((a, b) => a.number - b.number),
    assessedFor: () => assessed,
  };
  return graph as MappingsGraph;
}

@Resolver(() => Provision)
export class StockProvisionResolver {
  @FieldResolver(() => Instrument)
  instrument(@Root() { instrumentId }: Provision, @Ctx() { rows }: StockContext): Promise<Instrument> {
    return rows.instruments.load(instrumentId);
  }
}

@Resolver(() => Mapping)
export class StockMappingResolver {
  @FieldResolver(() => [Topic])
  async topics(@Root() mapping: Mapping, @Ctx() { rows }: StockContext) {
    if (mapping.covers !== CoverageLevel.FULL) return rows.topics.loadMany(mapping.topicIds);
    const { topicIds } = await rows.obligations.load(mapping.obligationId);
    return rows.topics.loadMany(topicIds);
  }

  @FieldResolver(() => [Citation])
  sources(@Root() { citationFacts }: Mapping, @Ctx() { rows }: StockContext): Promise<Citation[]> {
    return Promise.all(
      citationFacts.map(async ({ sourceId, locator }) => {
        const source = await rows.sources.load(sourceId);
        return Object.assign(new Citation(), { source, locator: locator ?? null });
      }),
    );
  }
}

@Resolver(() => SearchResult)
export class StockSearchResultResolver {
  @Query(() => SearchResultConnection)
  async search(
    @Arg('text', () => String) text: string,
    @Arg('language', () => Language, { nullable: true }) language: Language | null,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { rows: { manager } }: StockContext,
  ): Promise<Connection<SearchResult>> {
    return new SearchResolver().search(text, language, page, {
      release: { search: await loadSearch(manager), node: (id) => ({ id }) },
      search: createSearchStore((work) => work(manager)),
      pace: new Pace(),
    });
  }

  @FieldResolver(() => Node)
  node(@Root() { node: { id } }: SearchResult, @Ctx() { rows }: StockContext): Promise<Node> {
    if (id.startsWith('clause/')) return rows.clauses.load(id);
    if (id.startsWith('obligation/')) return rows.obligations.load(id);
    return rows.of(entityNamed(id)).load(id);
  }
}
