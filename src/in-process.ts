import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import { createContext } from './context.js';
import { createEngine } from './create-engine.js';
import { readEnvironment } from './environment.js';
import { createGraphqlLayer } from './graphql-layer.js';
import { loadRelease, type Release } from './release.js';
import { sayIfSlow } from './say-if-slow.js';
import { asDatabase } from './shared/database.js';

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
  const engine = createEngine(readEnvironment(process.env));
  await sayIfSlow('Building the database from the seed, once ...', engine.ensure);
  const database = asDatabase(await engine.open());
  const release = await loadRelease(database);
  const layer = await createGraphqlLayer(schema, logError);
  return {
    release,
    execute: (query, variables) =>
      layer.execute(query, variables, createContext(release, database, randomUUID())),
    async close() {
      await layer.stop();
      await database.close();
      await engine.close();
    },
  };
}
