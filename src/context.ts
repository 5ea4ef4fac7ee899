import { createReleaseDigestLoader, type ReleaseDigestLoader } from './dataset/release-digest.loader.js';
import { createRetirementLoader, type RetirementLoader } from './dataset/retirement.loader.js';
import { createSearchStore, type SearchStore } from './search/search-store.js';
import type { DataSource } from 'typeorm';
import { AnswerMeter } from './http/answer-meter.js';
import type { Answered } from './execution/known-operations.js';
import type { QueryCost } from './http/query-limits.js';
import type { ErrorCode } from './shared/errors.js';
import type { Release } from './release.js';
import { asDatabase, type Database } from './shared/database.js';
import { Pace } from './shared/pace.js';

export interface Outcome {
  /** What the operation costs. */
  cost?: QueryCost;
  /** Whether the answer may be kept for a repeat: it is whole, and nothing the caller said of itself is in it. */
  mayBeKept?: boolean;
  /** The operation's name, if it is one of the example operations. */
  operation?: string;
  /** The codes of the errors in the answer, each once. */
  codes?: ErrorCode[];
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
  /** Under which the log tells what went wrong. */
  requestId: string;
  search: SearchStore;
  /** How long it may take, and when others get their turn. */
  pace: Pace;
  /** How much its answer may hold. */
  meter: AnswerMeter;
}

export function createContext(release: Release, database: DataSource | Database, requestId: string): Context {
  const { read } = asDatabase(database);
  const pace = new Pace();
  return {
    release,
    requestId,
    outcome: {},
    retirements: createRetirementLoader(read),
    digests: createReleaseDigestLoader(read),
    search: createSearchStore(read),
    pace,
    meter: new AnswerMeter(pace),
  };
}
