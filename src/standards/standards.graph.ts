import type { EntityManager } from 'typeorm';
import { linkCitations, type DatasetGraph } from '../dataset/dataset.graph.js';
import type { SectorsGraph } from '../sectors/sectors.graph.js';
import type { EntityType } from '../sectors/entity-type.entity.js';
import type { Sector } from '../sectors/sector.entity.js';
import { Catalogue, groupBy } from '../shared/catalogue.js';
import { Clause, ClauseRelation, RelatedClause } from './clause.entity.js';
import { Standard } from './standard.entity.js';

/** The standards of one release, linked. */
export interface StandardsGraph {
  standards: Catalogue<Standard>;
  clauses: Catalogue<Clause>;
  relations: readonly ClauseRelation[];
  clausesOf(standard: Standard): readonly Clause[];
  childrenOf(clause: Clause): readonly Clause[];
  relatedTo(clause: Clause): readonly RelatedClause[];
  writtenForSector(sector: Sector): readonly Standard[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsStandards {
  release: { standards: StandardsGraph };
}

/**
 * A sector standard answers only in its sector: for at least one of these entity types. A standard for
 * everybody always answers, and so does any when no type is named.
 */
export function answersFor(standard: Standard, types: ReadonlySet<EntityType> | null): boolean {
  return !types || standard.writtenFor.length === 0 || standard.writtenFor.some((type) => types.has(type));
}

export async function loadStandards(
  manager: EntityManager,
  { sources }: DatasetGraph,
  sectors: SectorsGraph,
): Promise<StandardsGraph> {
  const order = { order: { position: 'ASC' as const } };
  const standards = new Catalogue(await manager.find(Standard, order));
  const clauses = new Catalogue(await manager.find(Clause, order));
  const relations = await manager.find(ClauseRelation, order);

  for (const standard of standards.all) {
    standard.writtenFor = standard.writtenForIds.map((id) => sectors.entityTypes.linked(id));
    standard.supersedes = standard.supersedesIds.map((id) => standards.linked(id));
    standard.sources = linkCitations(standard.citationFacts, sources);
  }
  for (const standard of standards.all) {
    standard.supersededBy = standards.all.filter((newer) => newer.supersedes.includes(standard));
  }
  for (const clause of clauses.all) {
    clause.standard = standards.linked(clause.standardId);
    clause.parent = clause.parentId === null ? null : clauses.linked(clause.parentId);
  }
  for (const relation of relations) {
    relation.from = clauses.linked(relation.fromId);
    relation.to = clauses.linked(relation.toId);
  }

  const byStandard = groupBy(clauses.all, (clause) => clause.standard);
  const byParent = groupBy(clauses.all, (clause) => clause.parent);
  const related = groupBy(relations.flatMap(bothEnds), ({ of }) => of);
  for (const ends of related.values()) ends.sort((a, b) => a.end.clause.position - b.end.clause.position);
  return {
    standards,
    clauses,
    relations,
    clausesOf: (standard) => byStandard.get(standard) ?? [],
    childrenOf: (clause) => byParent.get(clause) ?? [],
    relatedTo: (clause) => (related.get(clause) ?? []).map(({ end }) => end),
    writtenForSector: (sector) => standards.all.filter((standard) => standard.sectors.includes(sector)),
  };
}

function bothEnds({ from, to, link, basis, locator }: ClauseRelation): { of: Clause; end: RelatedClause }[] {
  const end = (clause: Clause) => Object.assign(new RelatedClause(), { link, basis, locator, clause });
  return [
    { of: from, end: end(to) },
    { of: to, end: end(from) },
  ];
}
