import { createEngine } from './create-engine.js';
import { readEnvironment } from './environment.js';
import { PATHS } from './paths.js';
import { createServer, GRAPHQL_PATH } from './server.js';

/** How long a stopping server says "not ready" and still answers, so that whoever balances load looks away first. */
const DRAIN_MS = 1_000;

/** Reads the environment, makes sure of the database, listens. */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { HOST, PORT } = environment;
  const engine = createEngine(environment);
  if ((await engine.ensure()) === 'seeded') console.log(`Seeded ${engine.name}`);

  const server = await createServer({ database: await engine.open(), graphiqlFolder: PATHS.graphiql });
  const { http, release } = server;
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

  /** Serves what the database holds now; what cannot be read as a release is told, and what was served stays. */
  const swap = () => {
    server.reload(engine.open).then(
      (isNew) => isNew && console.log('A new release is being served.'),
      (error: unknown) =>
        console.error(
          `The database changed and is not served: ${error instanceof Error ? error.message : String(error)}`,
        ),
    );
  };
  const unwatch = engine.watch(() => server.release.dataset.checksum, swap);
  process.on('SIGHUP', swap);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal finds the stop under way and waits for it.
    process.on(signal, () => {
      unwatch();
      void server.stop(signal === 'SIGTERM' ? DRAIN_MS : 0).then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
