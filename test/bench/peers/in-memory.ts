import type { GraphQLSchema } from 'graphql';
import { createDataSource } from '../../../ormconfig.js';
import { createContext, type Context } from '../../../src/context.js';
import { loadRelease } from '../../../src/release.js';
import { createSchema } from '../../../src/schema.js';

/** Kobling's own schema and release for another server: only what executes them differs. */
export async function openRelease(file: string): Promise<{ schema: GraphQLSchema; context: () => Context }> {
  const database = await createDataSource(file).initialize();
  const release = await loadRelease(database);
  return { schema: await createSchema(), context: () => createContext(release, database, 'bench') };
}
