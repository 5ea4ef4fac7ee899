import path from 'node:path';
import { createDataSource } from '../ormconfig.js';
import { readEnvironment } from './environment.js';
import { PATHS, ROOT } from './paths.js';
import { ensureDatabase } from './seeding/ensure-database.js';
import { createServer, GRAPHQL_PATH } from './server.js';

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

  const database = await createDataSource(file).initialize();
  const { http, release, stop } = await createServer({
    database,
    graphiqlFolder: PATHS.graphiql,
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

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop()
        .then(() => database.destroy())
        .then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
