import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { createEngine } from './create-engine.js';
import { readEnvironment, type Environment } from './environment.js';
import { readNetworks } from './http/client-address.js';
import { createMetrics, type Metrics } from './http/metrics.js';
import { serveMetrics } from './http/metrics-server.js';
import { createRateLimit } from './http/rate-limit.js';
import { checkAddress, listen } from './listen.js';
import { createLog, createRequestLog } from './log.js';
import { PATHS } from './paths.js';
import { createServer, GRAPHQL_PATH, type ServerOptions } from './server.js';

/** Reads the environment, makes sure of the database, listens. */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env, process.stdout.isTTY);
  const { HOST, PORT, DRAIN_MS } = environment;
  const log = createLog({ level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });
  const address = { host: HOST, port: PORT };
  await checkAddress(address);
  const engine = createEngine(environment, (message) => log.warn(message));
  const outcome = await engine.ensure();
  if (outcome === 'seeded') log.info(`Seeded ${engine.name}`);
  if (outcome === 'mended') log.warn(`${engine.name} was damaged and has been built anew from the seed.`);

  const metrics =
    environment.METRICS_PORT === undefined ? undefined : createMetrics(() => server.release.dataset);
  const server = await createServer({
    database: await engine.open(),
    graphiqlFolder: PATHS.graphiql,
    explorerFolder: PATHS.explorer,
    subgraph: environment.SUBGRAPH,
    mcp: environment.MCP,
    ...edgeOptionsOf(environment, log, metrics),
  });
  const { http, release, reload, stop } = server;
  const metricsServer = metrics && (await serveMetrics(metrics, environment));
  await listen(http, address);
  const { version, counts } = release.dataset;
  log.info(
    `Kobling, release ${version}: ${counts.obligations} obligations, ${counts.clauses} clauses, ${counts.mappings} judged edges`,
  );
  const origin = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
  log.info(
    `Look at ${origin}/ (explorer) or ${origin}${GRAPHQL_PATH} (GraphiQL in a browser, GraphQL for programs)`,
  );
  log.flush();

  /** Serves what the database holds now; what cannot be read as a release is told, and what was served stays. */
  const swap = () => {
    reload(engine.open).then(
      (isNew) => {
        if (!isNew) return;
        metrics?.swapped();
        log.info(`A new release is being served: ${server.release.dataset.version}`);
      },
      (error: unknown) =>
        log.error(
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
      void stop(signal === 'SIGTERM' ? DRAIN_MS : 0).then(() => {
        metricsServer?.close();
        process.exit(0);
      });
    });
  }
}

/** What the environment asks of the edge: who is told, who may read, how often. */
function edgeOptionsOf(environment: Environment, log: Logger, metrics?: Metrics): Partial<ServerOptions> {
  const { LOG_REQUESTS, CORS_ORIGINS, RATE_LIMIT, RATE_LIMIT_HEADER, TRUST_PROXY } = environment;
  return {
    logError: (error, request) => {
      log.error({ err: error, request }, 'Something went wrong on our side.');
      log.flush();
    },
    observers: [
      ...(LOG_REQUESTS === 'none' ? [] : [createRequestLog(log, LOG_REQUESTS)]),
      ...(metrics ? [metrics] : []),
    ],
    corsOrigins: CORS_ORIGINS,
    rateLimit:
      RATE_LIMIT === undefined
        ? undefined
        : createRateLimit({
            perMinute: RATE_LIMIT,
            trustedProxies: readNetworks(TRUST_PROXY),
            header: RATE_LIMIT_HEADER,
          }),
  };
}

// Who reads the log may go away; that is no reason to stop answering.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
// graphql-js can leave a promise behind when the item of a list beside it fails first. Its caller has an answer that
// says so; any other rejection that nobody hears is a bug and ends the process, as it does by default.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof GraphQLError)) throw error;
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
