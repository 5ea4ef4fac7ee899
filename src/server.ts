import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { createContext } from './context.js';
import { CurrentRelease } from './current-release.js';
import { answerExport, isExport } from './export-routes.js';
import { createGraphqlLayer, type GraphqlLayer } from './graphql-layer.js';
import { createExplorerPage } from './http/explorer-page.js';
import { createGraphiqlPage, GRAPHIQL_FILES } from './http/graphiql-page.js';
import { answerGraphql } from './http/graphql-edge.js';
import { observe, type Observer } from './http/observer.js';
import type { RateLimit } from './http/rate-limit.js';
import { Reply, type PathKind } from './http/reply.js';
import { COMMON_HEADERS, CORS_HEADERS, refuse, refusingBadInput } from './http/respond.js';
import { findTracer, traceRequest } from './http/tracing.js';
import { createObservingPlugin } from './observing-plugin.js';
import { createMcpEndpoint, MCP_PATH } from './mcp-endpoint.js';
import { createTools } from './mcp/mcp-server.js';
import { readOperations } from './operations/example-operations.js';
import { PATHS } from './paths.js';
import { readinessOf } from './readiness.js';
import type { Release } from './release.js';
import { createSchema } from './schema.js';
import { createSubgraphSchema } from './subgraph/subgraph-schema.js';
import type { Database } from './shared/database.js';
import { ERROR_CODES } from './shared/errors.js';
import { Pace } from './shared/pace.js';
import { createTracingPlugin } from './tracing-plugin.js';
import { answerStatementImport, STATEMENT_PATH } from './statement-routes.js';

export const GRAPHQL_PATH = '/graphql';
/** The same, as a subgraph of Apollo Federation 2. */
export const SUBGRAPH_PATH = '/subgraph';

/** How long headers, and the whole request, may take to arrive, in milliseconds. */
export const ARRIVAL_LIMITS = { headers: 10_000, request: 15_000 } as const;
/** How often Node looks for those that are late; its own half a minute would be the real limit. */
const LOOK_EVERY = 1_000;
/** Longer than the minute for which balancers keep a connection, so that it is they who end one, not we under them. */
const KEEP_ALIVE = 65_000;

export interface ServerOptions {
  /** The database the release is read from. */
  database: DataSource | Database;
  /** Folder of the built GraphiQL; left out, the page is not served. */
  graphiqlFolder?: string;
  /** Folder of the built explorer; left out, `/` leads to GraphQL instead. */
  explorerFolder?: string;
  /** Where an unexpected error is told, with the whole of it and its request; callers only see that there was one. */
  logError?: (error: unknown, requestId?: string) => void;
  /** Told of each request: the log, the metrics. */
  observers?: readonly Observer[];
  rateLimit?: RateLimit;
  /** Whether the subgraph is served. */
  subgraph?: boolean;
  /** Whether the tools for assistants are served. */
  mcp?: boolean;
  /** Origins whose pages may read answers; all by default. */
  corsOrigins?: readonly string[];
}

export interface KoblingServer {
  http: Server;
  /** The release that answers new requests. */
  readonly release: Release;
  /** Loads aside what `open` holds and swaps it in; true if it is another release. */
  reload: (open: () => Promise<DataSource | Database>) => Promise<boolean>;
  /** Says "not ready", answers what comes for `graceMs` more, then ends when the last request has. */
  stop: (graceMs?: number) => Promise<void>;
}

/** Everything but listening: the schema, the release in memory, and the HTTP edge. */
export async function createServer(options: ServerOptions): Promise<KoblingServer> {
  const { database, graphiqlFolder, explorerFolder, logError = console.error, rateLimit } = options;
  const { observers = [], corsOrigins = ['*'] } = options;
  const current = await CurrentRelease.open(database);
  const tracer = findTracer();
  const operations = readOperations(PATHS.operations);
  const { plugin, requestOf } = createObservingPlugin(new Set(operations.map(({ name }) => name)));
  const createLayer = (ofSchema: GraphQLSchema) =>
    createGraphqlLayer(
      ofSchema,
      (error) => logError(error, requestOf(error)),
      tracer ? [plugin, createTracingPlugin(tracer)] : [plugin],
    );
  const schema = await createSchema();
  const graphql = await createLayer(schema);
  const layers = new Map([[GRAPHQL_PATH, graphql]]);
  if (options.subgraph) layers.set(SUBGRAPH_PATH, await createLayer(createSubgraphSchema(schema)));
  const mcp = options.mcp
    ? createMcpEndpoint(createTools(schema, operations), { current, layer: graphql, logError })
    : undefined;
  const page = graphiqlFolder === undefined ? undefined : createGraphiqlPage(graphiqlFolder);
  const explorer = explorerFolder === undefined ? undefined : createExplorerPage(explorerFolder);
  let stopping: Promise<void> | undefined;

  async function answer(request: IncomingMessage, reply: Reply): Promise<void> {
    const [pathname, search] = splitUrl(request.url ?? '/');
    if (pathname === '/livez') return tell(reply, 200, { status: 'alive' });
    if (pathname === '/readyz') {
      const { ready, ...readiness } = await readinessOf(current.release, current.database, Boolean(stopping));
      return tell(reply, ready ? 200 : 503, readiness);
    }
    if (rateLimit && !(await rateLimit(request, reply))) return;
    if (page?.answer(request, reply, pathname)) return;
    if (explorer?.answer(request, reply, pathname)) return;
    if (pathname === '/' && request.method === 'GET') {
      reply.writeHead(307, { ...COMMON_HEADERS, location: GRAPHQL_PATH }).end();
      return;
    }
    if (mcp && pathname === MCP_PATH) return mcp(request, reply);
    const layer = layers.get(pathname);
    if (!layer && !isExport(pathname) && pathname !== STATEMENT_PATH) {
      const message = `There is nothing at this address. GraphQL and GraphiQL are at ${GRAPHQL_PATH}.`;
      refuse(reply, 404, ERROR_CODES.NOT_FOUND, message);
      return;
    }
    if (request.method === 'OPTIONS') {
      reply.writeHead(204, PREFLIGHT_HEADERS).end();
      return;
    }
    if (layer) await answerOperation(request, reply, search, layer);
    else await answerFile(request, reply, pathname, search);
  }

  /** Exports, and the import of a statement: files, by the same release from start to end. */
  async function answerFile(
    request: IncomingMessage,
    reply: Reply,
    pathname: string,
    search: string,
  ): Promise<void> {
    const lease = current.lease();
    try {
      await refusingBadInput(reply, () =>
        isExport(pathname)
          ? answerExport(request, reply, pathname, search, lease)
          : answerStatementImport(request, reply, search, lease.release),
      );
    } finally {
      lease.done();
    }
  }

  /** Answers from one release, leased from start to end. */
  async function answerOperation(
    request: IncomingMessage,
    reply: Reply,
    search: string,
    layer: GraphqlLayer,
  ): Promise<void> {
    const { known } = reply;
    const lease = current.lease();
    let executing: Promise<unknown> = Promise.resolve();
    try {
      await answerGraphql(request, reply, search, {
        answers: lease.answers,
        execute: async (asked) => {
          known.source = 'computed';
          const execution = layer.answer(asked, () => createContext(lease.release, lease.database, known.id));
          executing = execution;
          const answer = await new Pace().within(execution);
          // What Apollo refuses before it is an operation has no outcome.
          const refused = answer.status >= 400 ? [ERROR_CODES.BAD_REQUEST] : [];
          const { operation, cost, codes = refused } = answer.outcome;
          Object.assign(known, { operation, nodes: cost?.nodes, codes });
          return answer;
        },
      });
      if (reply.statusCode < 400) known.source ??= 'kept';
    } finally {
      // An operation that was given up may still be waiting for the database of its release.
      void executing.catch(() => undefined).then(() => lease.done());
    }
  }

  function fail(error: unknown, request: IncomingMessage, reply: Reply): void {
    if (request.destroyed && !request.complete) return;
    if (error instanceof GraphQLError && error.extensions.code === ERROR_CODES.EXECUTION_TIMEOUT) {
      refuse(reply, 503, ERROR_CODES.EXECUTION_TIMEOUT, error.message);
      return;
    }
    logError(error, reply.known.id);
    if (reply.headersSent) reply.destroy();
    else refuse(reply, 500, ERROR_CODES.INTERNAL_SERVER_ERROR, 'Something went wrong on our side.');
  }

  const http = createHttpServer(
    {
      ServerResponse: Reply,
      headersTimeout: ARRIVAL_LIMITS.headers,
      requestTimeout: ARRIVAL_LIMITS.request,
      connectionsCheckingInterval: LOOK_EVERY,
      keepAliveTimeout: KEEP_ALIVE,
    },
    (request, reply) => {
      reply.begin(kindOf(request), corsOrigins, () => stopping !== undefined);
      observe(observers, reply, request);
      const answering = tracer
        ? traceRequest(tracer, request, reply, () => answer(request, reply))
        : answer(request, reply);
      answering.catch((error: unknown) => fail(error, request, reply));
    },
  );

  async function close(graceMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, graceMs));
    const looking = setInterval(() => http.closeIdleConnections(), LOOK_EVERY / 10);
    await new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeIdleConnections();
    });
    clearInterval(looking);
    for (const layer of layers.values()) await layer.stop();
    await current.close();
  }

  return {
    http,
    get release() {
      return current.release;
    },
    reload: (open) => current.reload(open),
    stop(graceMs = 0) {
      stopping ??= close(graceMs);
      return stopping;
    },
  };
}

const PREFLIGHT_HEADERS = {
  ...COMMON_HEADERS,
  ...CORS_HEADERS,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, accept, apollo-require-preflight, x-apollo-operation-name, x-request-id, traceparent, tracestate',
  'access-control-max-age': '86400',
} as const;

function tell(reply: Reply, status: number, body: object): void {
  const text = JSON.stringify(body);
  reply
    .writeHead(status, {
      ...COMMON_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
    })
    .end(text);
}

function kindOf({ url = '/', headers }: IncomingMessage): PathKind {
  const [pathname] = splitUrl(url);
  if (pathname === GRAPHQL_PATH) return headers.accept?.includes('text/html') ? 'page' : 'graphql';
  if (pathname === '/livez' || pathname === '/readyz') return 'health';
  return pathname.startsWith(GRAPHIQL_FILES) ? 'page' : 'other';
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}
