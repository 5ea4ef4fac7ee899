import type { EntityManager } from 'typeorm';
import { Catalogue } from '../shared/catalogue.js';
import type { Node } from '../shared/node.js';
import { Dataset } from './dataset.entity.js';
import { ReleaseDigest } from './release-digest.entity.js';
import type { RetirementLoader } from './retirement.loader.js';
import { Citation, Source, type CitationFacts } from './source.entity.js';

/** The release's own particulars and its sources. */
export interface DatasetGraph {
  dataset: Dataset;
  sources: Catalogue<Source>;
  /** Versions of all releases, the one that answers last. */
  versions: readonly string[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsDataset {
  release: DatasetGraph & { node(id: string): Node | undefined };
  retirements: RetirementLoader;
}

export async function loadDataset(manager: EntityManager): Promise<DatasetGraph> {
  const [dataset] = await manager.find(Dataset, { take: 1 });
  if (!dataset) throw new Error('The database holds no release.');
  const releases = await manager.find(ReleaseDigest, {
    select: { version: true },
    order: { position: 'ASC' },
  });
  return {
    dataset,
    versions: releases.map(({ version }) => version),
    sources: new Catalogue(await manager.find(Source, { order: { position: 'ASC' } })),
  };
}

export function linkCitations(facts: readonly CitationFacts[], sources: Catalogue<Source>): Citation[] {
  return facts.map(({ sourceId, locator }) =>
    Object.assign(new Citation(), { source: sources.linked(sourceId), locator: locator ?? null }),
  );
}
