import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { readEnvironment } from '../environment.js';
import { PATHS, ROOT } from '../paths.js';
import { ensureDatabase } from '../seeding/ensure-database.js';

/** `npm run seed`: builds the database if it is missing or holds another release. */
const file = path.resolve(ROOT, readEnvironment(process.env).DATABASE_FILE);
try {
  const outcome = await ensureDatabase({
    file,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });
  console.log(
    {
      seeded: `Seeded ${file}`,
      mended: `${file} was damaged and has been built anew from the seed`,
      unchanged: `${file} already holds this release`,
    }[outcome],
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
