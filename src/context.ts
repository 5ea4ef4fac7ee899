import { createReleaseDigestLoader, type ReleaseDigestLoader } from './dataset/release-digest.loader.js';
import { createRetirementLoader, type RetirementLoader } from './dataset/retirement.loader.js';
import { createSearchStore, type SearchStore } from './search/search-store.js';
import type { DataSource } from 'typeorm';
import type { Answered } from './execution/known-operations.js';
import type { QueryCost } from './http/query-limits.js';
import type { Release } from './release.js';

export interface Outcome {
  /** What the operation costs. */
  cost?: QueryCost;
  /** Whether the answer may be kept for a repeat: it is whole, and nothing the caller said of itself is in it. */
  mayBeKept?: boolean;
  /** What was asked, parsed and valid, once it has an answer without errors. */
  answered?: Answered;
  /** Whether a compiled operation made the answer. */
  compiled?: boolean;
}

/** What a request may reach: one release from start to end, and a batch of its own for what is not in memory. */
export interface Context {
  release: Release;
  retirements: RetirementLoader;
  digests: ReleaseDigestLoader;
  /** What becomes known while it is answered; an object of its own, because Apollo copies the context. */
  outcome: Outcome;
  search: SearchStore;
}

export function createContext(release: Release, database: DataSource): Context {
  return {
    release,
    outcome: {},
    retirements: createRetirementLoader(database.manager),
    digests: createReleaseDigestLoader(database.manager),
    search: createSearchStore(database.manager),
  };
}
