import { createDataSource } from '../../ormconfig.js';
import { PATHS } from '../../src/paths.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';

/** What `npm run seed` does, with a seed folder to choose: the process that the faults happen to. */
const [, , file = '', seedFolder = ''] = process.argv;
try {
  console.log(
    await ensureDatabase({
      file,
      seedFolder,
      schemaFolder: PATHS.seedSchemas,
      openDatabase: createDataSource,
    }),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
