import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { DataSource } from 'typeorm';
import { createContext } from './context.js';
import { CurrentRelease } from './current-release.js';
import { createGraphqlLayer } from './graphql-layer.js';
import { createExplorerPage } from './http/explorer-page.js';
import { createGraphiqlPage } from './http/graphiql-page.js';
import { answerGraphql } from './http/graphql-edge.js';
import { COMMON_HEADERS, CORS_HEADERS, refuse } from './http/respond.js';
import type { Release } from './release.js';
import { ERROR_CODES } from './shared/errors.js';

export const GRAPHQL_PATH = '/graphql';

/** Slow clients: how long headers, and the whole request, may take to arrive, in milliseconds. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 15_000;

export interface ServerOptions {
  /** The database the release is read from. */
  database: DataSource;
  /** Folder of the built GraphiQL; left out, the page is not served. */
  graphiqlFolder?: string;
  /** Folder of the built explorer; left out, `/` leads to GraphQL instead. */
  explorerFolder?: string;
  /** Where an unexpected error is told, with the whole of it; callers only see that there was one. */
  logError?: (error: unknown) => void;
}

export interface KoblingServer {
  http: Server;
  /** The release that answers new requests. */
  readonly release: Release;
  /** Loads aside what `open` holds and swaps it in; true if it is another release. */
  reload: (open: () => Promise<DataSource>) => Promise<boolean>;
  /** Says "not ready", answers what comes for `graceMs` more, then ends when the last request has. */
  stop: (graceMs?: number) => Promise<void>;
}

/** Everything but listening: the schema, the release in memory, and the HTTP edge. */
export async function createServer(options: ServerOptions): Promise<KoblingServer> {
  const { database, graphiqlFolder, explorerFolder, logError = console.error } = options;
  const current = await CurrentRelease.open(database);
  const apollo = await createGraphqlLayer(logError);
  const page = graphiqlFolder === undefined ? undefined : createGraphiqlPage(graphiqlFolder);
  const explorer = explorerFolder === undefined ? undefined : createExplorerPage(explorerFolder);
  let stopping: Promise<void> | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (stopping) response.setHeader('connection', 'close');
    const [pathname, search] = splitUrl(request.url ?? '/');
    if (pathname === '/livez') return tell(response, 200, { status: 'alive' });
    if (pathname === '/readyz') return tellReadiness(response);
    if (page?.answer(request, response, pathname)) return;
    if (explorer?.answer(request, response, pathname)) return;
    if (pathname === '/' && request.method === 'GET') {
      response.writeHead(307, { ...COMMON_HEADERS, location: GRAPHQL_PATH }).end();
      return;
    }
    if (pathname !== GRAPHQL_PATH) {
      const message = `There is nothing at this address. GraphQL and GraphiQL are at ${GRAPHQL_PATH}.`;
      refuse(response, 404, ERROR_CODES.NOT_FOUND, message);
      return;
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, PREFLIGHT_HEADERS).end();
      return;
    }
    const lease = current.lease();
    try {
      const context = createContext(lease.release, lease.database);
      await answerGraphql(request, response, search, {
        answers: lease.answers,
        execute: async (httpGraphQLRequest) => ({
          response: await apollo.executeHTTPGraphQLRequest({
            httpGraphQLRequest,
            context: () => Promise.resolve(context),
          }),
          mayBeKept: context.outcome.mayBeKept === true,
        }),
      });
    } finally {
      lease.done();
    }
  }

  /** Ready while the release is loaded and its database still answers with that release. */
  async function tellReadiness(response: ServerResponse): Promise<void> {
    const { release, database: open } = current;
    const { version, checksum } = release.dataset;
    const holds = await open
      .query<{ checksum: string }[]>('SELECT checksum FROM dataset')
      .then((rows) => rows[0]?.checksum === checksum)
      .catch(() => false);
    const ready = holds && !stopping;
    tell(response, ready ? 200 : 503, {
      status: ready ? 'ready' : stopping ? 'stopping' : 'database does not answer with the release',
      release: version,
      checksum,
    });
  }

  const http = createHttpServer(
    { headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (request.destroyed && !request.complete) return;
        logError(error);
        if (response.headersSent) response.destroy();
        else refuse(response, 500, ERROR_CODES.INTERNAL_SERVER_ERROR, 'Something went wrong on our side.');
      });
    },
  );

  async function close(graceMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, graceMs));
    await new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeIdleConnections();
    });
    await apollo.stop();
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
  'access-control-allow-headers': 'content-type, accept, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '86400',
} as const;

function tell(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, {
      ...COMMON_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(body));
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}
