import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ERROR_CODES, type ErrorCode } from '../shared/errors.js';

/** Strangers choose what is stored; a client whose document was pushed out sends it again. */
const MOST_BYTES = 4 * 1024 * 1024;

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Documents by their SHA-256, so that a client may send the hash alone: short enough for a GET, which a cache in
 * front can answer. The project's own documents are known from the start and never pushed out. Shaped as Apollo
 * asks for, which registers a document only once it is valid and within the limits.
 */
export class PersistedQueries {
  private readonly own: ReadonlyMap<string, string>;
  private readonly registered = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    sizeCalculation: (document, hash) => 2 * (document.length + hash.length) + 100,
  });

  constructor(operationsFolder: string) {
    const documents = readdirSync(operationsFolder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(path.join(operationsFolder, file), 'utf8'));
    this.own = new Map(documents.map((document) => [hashOf(document), document]));
  }

  get(key: string): Promise<string | undefined> {
    const hash = withoutPrefix(key);
    return Promise.resolve(this.own.get(hash) ?? this.registered.get(hash));
  }

  set(key: string, document: string): Promise<void> {
    const hash = withoutPrefix(key);
    if (!this.own.has(hash)) this.registered.set(hash, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.registered.delete(withoutPrefix(key)));
  }
}

/** Apollo puts `apq:` before each hash. */
const withoutPrefix = (key: string) => key.slice(key.indexOf(':') + 1);

const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

export interface Refusal {
  code: ErrorCode;
  message: string;
}

/** What is wrong with the hash of a request, which Apollo takes for right or calls an error without a code. */
export function refuseHash(query: unknown, extensions: unknown): Refusal | null {
  const persisted = isRecord(extensions) ? extensions.persistedQuery : undefined;
  if (persisted === undefined || persisted === null) return null;
  const { version, sha256Hash } = isRecord(persisted) ? persisted : {};
  if (version !== 1 || typeof sha256Hash !== 'string' || !SHA256.test(sha256Hash)) {
    return {
      code: ERROR_CODES.BAD_REQUEST,
      message:
        'extensions.persistedQuery must be {"version": 1, "sha256Hash": "..."}, the hash being 64 lower-case hexadecimal digits.',
    };
  }
  if (typeof query !== 'string' || hashOf(query) === sha256Hash) return null;
  return {
    code: ERROR_CODES.PERSISTED_QUERY_HASH_MISMATCH,
    message: `extensions.persistedQuery.sha256Hash is not the SHA-256 of query, which is ${hashOf(query)}.`,
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
