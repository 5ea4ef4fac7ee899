import { createReleaseDigestLoader, type ReleaseDigestLoader } from './dataset/release-digest.loader.js';
import { createRetirementLoader, type RetirementLoader } from './dataset/retirement.loader.js';
import { createSearchStore, type SearchStore } from './search/search-store.js';
import type { DataSource } from 'typeorm';
import type { Release } from './release.js';

/** What a request may reach: one release from start to end, and a batch of its own for what is not in memory. */
export interface Context {
  release: Release;
  retirements: RetirementLoader;
  digests: ReleaseDigestLoader;
  search: SearchStore;
}

export function createContext(release: Release, database: DataSource): Context {
  return {
    release,
    retirements: createRetirementLoader(database.manager),
    digests: createReleaseDigestLoader(database.manager),
    search: createSearchStore(database.manager),
  };
}
