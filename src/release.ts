import type { DataSource, EntityManager } from 'typeorm';
import { DatasetCounts } from './dataset/dataset.entity.js';
import { loadDataset, type DatasetGraph } from './dataset/dataset.graph.js';
import { loadLaw, type LawGraph } from './law/law.graph.js';
import type { Obligation } from './law/obligation.entity.js';
import { loadMappings, type MappingsGraph } from './mappings/mappings.graph.js';
import { Derivation } from './mappings/mappings.enums.js';
import { loadNational, type NationalGraph } from './national/national.graph.js';
import { loadRelations, type RelationsGraph } from './relations/relations.graph.js';
import { loadReporting, type ReportingGraph } from './reporting/reporting.graph.js';
import { loadScope, type ScopeGraph } from './scope/scope.graph.js';
import { loadSectors, type SectorsGraph } from './sectors/sectors.graph.js';
import { asDatabase, type Database } from './shared/database.js';
import type { Node } from './shared/node.js';
import { createReferenceIndex, type ReferenceIndex } from './references/reference-index.js';
import { loadSearch, type SearchGraph } from './search/search.graph.js';
import { loadStandards, type StandardsGraph } from './standards/standards.graph.js';
import { loadTraining, type TrainingGraph } from './training/training.graph.js';

/**
 * One release of the knowledge, whole and linked, in memory. It is never changed after it is built: a request
 * holds one release from start to end, and a newer one is built beside it and takes its place.
 */
export interface Release extends DatasetGraph {
  law: LawGraph;
  relations: RelationsGraph;
  sectors: SectorsGraph;
  national: NationalGraph;
  standards: StandardsGraph;
  mappings: MappingsGraph;
  references: ReferenceIndex;
  reporting: ReportingGraph;
  training: TrainingGraph;
  search: SearchGraph;
  scope: ScopeGraph;
  /** Anything the release holds, by id. */
  node(id: string): Node | undefined;
  /** The ids of all of it. */
  nodeIds(): Iterable<string>;
}

/** A whole release is much to read, and nobody waits for it. */
const LOADED_WITHIN_MS = 60_000;

export async function loadRelease(database: DataSource | Database): Promise<Release> {
  // One transaction, so that a release is read whole even while another is written.
  return asDatabase(database).read((manager) => manager.transaction(readRelease), LOADED_WITHIN_MS);
}

async function readRelease(manager: EntityManager): Promise<Release> {
  const dataset = await loadDataset(manager);
  const law = await loadLaw(manager);
  const relations = await loadRelations(manager, { law, dataset });
  const sectors = await loadSectors(manager);
  const national = await loadNational(manager, { law, sectors, dataset });
  const standards = await loadStandards(manager, dataset, sectors);
  const mappings = await loadMappings(manager, { law, standards, dataset });
  const training = await loadTraining(manager, { law, standards, dataset });

  const nodes = new Map<string, Node>(
    [
      dataset.sources,
      law.instruments,
      law.provisions,
      law.topics,
      law.measures,
      law.obligations,
      sectors.sectors,
      sectors.subsectors,
      sectors.entityTypes,
      standards.standards,
      standards.clauses,
      mappings.mappings,
      mappings.assessments,
      national.authorities,
      national.transpositions,
      training.courses,
      training.modules,
    ].flatMap(({ all }) => all.map((node): [string, Node] => [node.id, node])),
  );
  for (const node of nodes.values()) Object.freeze(node);

  const node = (id: string) => nodes.get(id);
  const release = {
    ...dataset,
    law,
    relations,
    sectors,
    national,
    standards,
    mappings,
    reporting: await loadReporting(manager, law),
    training,
    search: await loadSearch(manager),
    scope: await loadScope(manager, { law, sectors }),
    references: createReferenceIndex({ law, standards, node }),
    node,
    nodeIds: () => nodes.keys(),
  };
  dataset.dataset.counts = countRelease(release);
  return Object.freeze(release);
}

function countRelease({
  law,
  sectors,
  standards,
  mappings,
}: Pick<Release, 'law' | 'sectors' | 'standards' | 'mappings'>): DatasetCounts {
  const current = standards.standards.all.filter((standard) => standard.current);
  const assessedNow = (obligation: Obligation) =>
    [...mappings.assessedFor(obligation)].filter((standard) => standard.current).length;
  return Object.assign(new DatasetCounts(), {
    provisions: law.provisions.size,
    obligations: law.obligations.size,
    measures: law.measures.size,
    sectors: sectors.sectors.size,
    entityTypes: sectors.entityTypes.size,
    standards: standards.standards.size,
    clauses: standards.clauses.size,
    mappings: mappings.mappings.all.filter(({ derivation }) => derivation === Derivation.ASSERTED).length,
    unassessed: law.obligations.all
      .filter((obligation) => obligation.entityFacing)
      .reduce((sum, obligation) => sum + current.length - assessedNow(obligation), 0),
  });
}
