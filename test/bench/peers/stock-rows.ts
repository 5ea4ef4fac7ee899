import DataLoader from 'dataloader';
import { In, type EntityManager, type FindOptionsRelations, type FindOptionsWhere } from 'typeorm';
import { Source } from '../../../src/dataset/source.entity.js';
import { Instrument } from '../../../src/law/instrument.entity.js';
import { Measure } from '../../../src/law/measure.entity.js';
import { Obligation } from '../../../src/law/obligation.entity.js';
import { Topic } from '../../../src/law/topic.entity.js';
import { Assessment } from '../../../src/mappings/assessment.entity.js';
import { inheritMappings } from '../../../src/mappings/inheritance.js';
import { Mapping } from '../../../src/mappings/mapping.entity.js';
import { RemainderPart } from '../../../src/mappings/remainder.entity.js';
import { groupBy } from '../../../src/shared/catalogue.js';
import type { Node } from '../../../src/shared/node.js';
import { Clause, ClauseRelation } from '../../../src/standards/clause.entity.js';
import { Standard } from '../../../src/standards/standard.entity.js';
import { ClauseLink } from '../../../src/standards/standards.enums.js';

export interface StockContext {
  rows: StockRows;
}

type EntityClass<T> = new () => T;

/** What one request reads: DataLoader collects what fields ask for, TypeORM reads it in one statement a table. */
export class StockRows {
  readonly instruments = this.byId(Instrument);
  readonly measures = this.byId(Measure, { provision: true });
  readonly obligations = this.byId(Obligation, { provision: true });
  readonly topics = this.byId(Topic);
  readonly sources = this.byId(Source);
  readonly standards = this.byId(Standard);
  readonly clauses = new DataLoader<string, Clause>(async (ids) => {
    const rows = await this.manager.findBy(Clause, { id: In([...ids]) });
    for (const clause of rows) clause.standard = await this.standards.load(clause.standardId);
    return inOrder(ids, rows);
  });
  readonly assessmentsOf = this.byObligation(Assessment);
  readonly remainderOf = this.byObligation(RemainderPart);
  readonly mappingsOf = new DataLoader<string, Mapping[]>((ids) => this.readMappings(ids));

  private readonly loaders = new Map<EntityClass<Node>, DataLoader<string, Node>>();

  constructor(readonly manager: EntityManager) {}

  /** A loader by id for any table, for fields that may name a record of each. */
  of(entity: EntityClass<Node>): DataLoader<string, Node> {
    const known = this.loaders.get(entity);
    if (known) return known;
    const loader = this.byId(entity);
    this.loaders.set(entity, loader);
    return loader;
  }

  private byId<T extends Node>(
    entity: EntityClass<T>,
    relations?: FindOptionsRelations<T>,
  ): DataLoader<string, T> {
    return new DataLoader(async (ids) => {
      const where = { id: In([...ids]) } as FindOptionsWhere<T>;
      return inOrder(ids, await this.manager.find(entity, { where, relations }));
    });
  }

  private byObligation<T extends { obligationId: string }>(entity: EntityClass<T>): DataLoader<string, T[]> {
    return new DataLoader(async (ids) => {
      const where = { obligationId: In([...ids]) } as FindOptionsWhere<T>;
      const rows = groupBy(await this.manager.findBy(entity, where), ({ obligationId }) => obligationId);
      return ids.map((id) => rows.get(id) ?? []);
    });
  }

  /** The judged edges of obligations, and those that follow from them along the links between clauses. */
  private async readMappings(obligationIds: readonly string[]): Promise<Mapping[][]> {
    const asserted = await this.manager.findBy(Mapping, { obligationId: In([...obligationIds]) });
    for (const mapping of asserted) mapping.inheritedFrom = null;
    const links = await this.readLinks(asserted.map(({ clauseId }) => clauseId));
    await Promise.all([
      ...asserted.map(async (mapping) => (mapping.clause = await this.clauses.load(mapping.clauseId))),
      ...links.map(async (link) => {
        link.from = await this.clauses.load(link.fromId);
        link.to = await this.clauses.load(link.toId);
      }),
    ]);
    const edges = [...asserted, ...inheritMappings(asserted, links)];
    edges.sort((a, b) => a.clause.position - b.clause.position);
    const groups = groupBy(edges, ({ obligationId }) => obligationId);
    return obligationIds.map((id) => groups.get(id) ?? []);
  }

  private async readLinks(clauseIds: readonly string[]): Promise<ClauseRelation[]> {
    const links: ClauseRelation[] = [];
    const seen = new Set<string>();
    for (let wanted = [...new Set(clauseIds)]; wanted.length > 0;) {
      for (const id of wanted) seen.add(id);
      const found = await this.manager.findBy(ClauseRelation, {
        toId: In(wanted),
        link: In([ClauseLink.DETAILS, ClauseLink.EXTENDS]),
      });
      links.push(...found);
      wanted = [...new Set(found.map(({ fromId }) => fromId))].filter((id) => !seen.has(id));
    }
    return links;
  }
}

function inOrder<T extends Node>(ids: readonly string[], rows: readonly T[]): (T | Error)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? new Error(`There is no ${id}.`));
}
