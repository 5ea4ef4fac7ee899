import { unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import { createDataSource } from '../ormconfig.js';
import { readEnvironment } from './environment.js';
import { PATHS, ROOT } from './paths.js';
import { ensureDatabase } from './seeding/ensure-database.js';
import { createServer, GRAPHQL_PATH } from './server.js';

const WATCH_EVERY_MS = 1_000;
/** How long a stopping server says "not ready" and still answers, so that whoever balances load looks away first. */
const DRAIN_MS = 1_000;

/** Reads the environment, makes sure of the database, listens. */
async function main(): Promise<void> {
  const { HOST, PORT, DATABASE_FILE } = readEnvironment(process.env);
  const file = path.resolve(ROOT, DATABASE_FILE);
  const outcome = await ensureDatabase({
    file,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });
  if (outcome === 'seeded') console.log(`Seeded ${path.relative(process.cwd(), file)}`);

  const open = () => createDataSource(file).initialize();
  const { http, release, reload, stop } = await createServer({
    database: await open(),
    graphiqlFolder: PATHS.graphiql,
    explorerFolder: PATHS.explorer,
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(PORT, HOST, resolve);
  });
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : PORT;
  const { version, counts } = release.dataset;
  console.log(
    `Kobling, release ${version}: ${counts.obligations} obligations, ${counts.clauses} clauses, ${counts.mappings} judged edges`,
  );
  console.log(
    `Look at http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}${GRAPHQL_PATH} (GraphiQL in a browser, GraphQL for programs)`,
  );

  /** Serves what the file holds now; what cannot be read as a release is told, and what was served stays. */
  const swap = () => {
    reload(open).then(
      (isNew) => isNew && console.log('A new release is being served.'),
      (error: unknown) =>
        console.error(
          `The database file changed and is not served: ${error instanceof Error ? error.message : String(error)}`,
        ),
    );
  };
  // Seeding renames a whole new file into place, so a change is seen by its time and size alone.
  watchFile(file, { interval: WATCH_EVERY_MS, persistent: false }, swap);
  process.on('SIGHUP', swap);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal finds the stop under way and waits for it.
    process.on(signal, () => {
      unwatchFile(file);
      void stop(signal === 'SIGTERM' ? DRAIN_MS : 0).then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
