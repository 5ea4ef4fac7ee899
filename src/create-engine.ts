import path from 'node:path';
import { createEmbeddedEngine } from './embedded-engine.js';
import type { Engine } from './engine.js';
import type { Environment } from './environment.js';
import { ROOT } from './paths.js';
import { createPostgresEngine } from './postgres-engine.js';

/** PostgreSQL where the environment names a server, the embedded database otherwise. */
export function createEngine(
  { DATABASE_FILE, DATABASE_URL, DATABASE_REPLICA_URLS }: Environment,
  log: (message: string) => void = console.error,
): Engine {
  return DATABASE_URL === undefined
    ? createEmbeddedEngine(path.resolve(ROOT, DATABASE_FILE))
    : createPostgresEngine({ primary: DATABASE_URL, replicas: DATABASE_REPLICA_URLS, log });
}
