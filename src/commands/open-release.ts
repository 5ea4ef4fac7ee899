import { createEngine } from '../create-engine.js';
import { readEnvironment } from '../environment.js';
import { loadRelease, type Release } from '../release.js';
import { asDatabase } from '../shared/database.js';

/** The release of the seed, by way of the database as the server would read it. */
export async function openRelease(): Promise<Release> {
  const engine = createEngine(readEnvironment(process.env));
  await engine.ensure();
  const database = asDatabase(await engine.open());
  try {
    return await loadRelease(database);
  } finally {
    await Promise.all([database.close(), engine.close()]);
  }
}
