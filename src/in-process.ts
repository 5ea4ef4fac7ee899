import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createDataSource } from '../ormconfig.js';
import { createContext } from './context.js';
import { readEnvironment } from './environment.js';
import { createGraphqlLayer, executeInProcess } from './graphql-layer.js';
import { openDatabase } from './open-database.js';
import { PATHS, ROOT } from './paths.js';
import { loadRelease, type Release } from './release.js';
import { ensureDatabase } from './seeding/ensure-database.js';

/** The public API without a server, for commands: the same schema, limits and answers. */
export interface InProcess {
  release: Release;
  /** Answers an operation, limits included. */
  execute: (query: string, variables: Record<string, unknown>) => Promise<FormattedExecutionResult>;
  close: () => Promise<void>;
}

/** Makes sure of the database as the server does, and answers from its release. */
export async function openInProcess(
  schema: GraphQLSchema,
  logError: (error: unknown) => void,
): Promise<InProcess> {
  const file = path.resolve(ROOT, readEnvironment(process.env).DATABASE_FILE);
  await ensureDatabase({
    file,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });
  const database = await openDatabase(file);
  const release = await loadRelease(database);
  const apollo = await createGraphqlLayer(schema, logError);
  return {
    release,
    execute: (query, variables) =>
      executeInProcess(apollo, createContext(release, database, randomUUID()), query, variables),
    async close() {
      await apollo.stop();
      await database.destroy();
    },
  };
}
