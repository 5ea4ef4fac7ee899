import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { readEnvironment } from '../environment.js';
import { openDatabase } from '../open-database.js';
import { PATHS, ROOT } from '../paths.js';
import { loadRelease, type Release } from '../release.js';
import { ensureDatabase } from '../seeding/ensure-database.js';

/** The release of the seed, by way of the database as the server would read it. */
export async function openRelease(): Promise<Release> {
  const file = path.resolve(ROOT, readEnvironment(process.env).DATABASE_FILE);
  await ensureDatabase({
    file,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });
  const database = await openDatabase(file);
  try {
    return await loadRelease(database);
  } finally {
    await database.destroy();
  }
}
