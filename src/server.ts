import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { DataSource } from 'typeorm';
import { createContext, type Context } from './context.js';
import { createGraphiqlPage, type GraphiqlPage } from './http/graphiql-page.js';
import { LARGEST_BODY_BYTES, readBody } from './http/read-body.js';
import { COMMON_HEADERS, refuse } from './http/respond.js';
import { loadRelease, type Release } from './release.js';
import { createSchema } from './schema.js';
import { ERROR_CODES } from './shared/errors.js';

const MOST_TOKENS = 2_000;
export const GRAPHQL_PATH = '/graphql';

export interface ServerOptions {
  /** The database the release is read from. */
  database: DataSource;
  /** Folder of the built GraphiQL; left out, the page is not served. */
  graphiqlFolder?: string;
  /** Where an unexpected error is told, with the whole of it; callers only see that there was one. */
  logError?: (error: unknown) => void;
}

export interface KoblingServer {
  http: Server;
  release: Release;
  stop: () => Promise<void>;
}

/** Everything but listening: the schema, the release in memory, and the HTTP edge. */
export async function createServer(options: ServerOptions): Promise<KoblingServer> {
  const { database, graphiqlFolder, logError = console.error } = options;
  const release = await loadRelease(database);
  const apollo = new ApolloServer<Context>({
    schema: await createSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: (formatted, error) => maskUnexpected(formatted, error, logError),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();

  const page = graphiqlFolder === undefined ? undefined : createGraphiqlPage(graphiqlFolder);
  const context = () => Promise.resolve(createContext(release, database));
  const http = createHttpServer((request, response) => {
    answer(request, response, { apollo, page, context }).catch((error: unknown) => {
      logError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, ERROR_CODES.INTERNAL_SERVER_ERROR, 'Something went wrong on our side.');
    });
  });
  return {
    http,
    release,
    async stop() {
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
      });
      await apollo.stop();
    },
  };
}

interface Parts {
  apollo: ApolloServer<Context>;
  page: GraphiqlPage | undefined;
  context: () => Promise<Context>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { apollo, page, context }: Parts,
): Promise<void> {
  const [pathname = '/', search = ''] = splitUrl(request.url ?? '/');
  if (page?.answer(request, response, pathname)) return;
  if (pathname === '/' && request.method === 'GET') {
    response.writeHead(307, { ...COMMON_HEADERS, location: GRAPHQL_PATH }).end();
    return;
  }
  if (pathname !== GRAPHQL_PATH) {
    refuse(
      response,
      404,
      ERROR_CODES.NOT_FOUND,
      `There is nothing at this address. GraphQL and GraphiQL are at ${GRAPHQL_PATH}.`,
    );
    return;
  }
  const raw = await readBody(request);
  if (raw === null) {
    refuse(
      response,
      413,
      ERROR_CODES.PAYLOAD_TOO_LARGE,
      `The body is larger than ${LARGEST_BODY_BYTES} bytes. Send a shorter query, or fewer variables at once.`,
    );
    return;
  }
  const body = parseBody(raw, request.headers['content-type']);
  if (body === undefined) {
    refuse(
      response,
      400,
      ERROR_CODES.BAD_REQUEST,
      'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
    );
    return;
  }

  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'GET', headers: headersOf(request), search, body },
    context,
  });
  response.writeHead(result.status ?? 200, { ...COMMON_HEADERS, ...Object.fromEntries(result.headers) });
  if (result.body.kind === 'complete') {
    response.end(result.body.string);
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

/** Apollo reads parsed JSON; anything else it refuses itself, with a reason. */
function parseBody(raw: string, contentType: string | undefined): unknown {
  if (raw === '' || !contentType?.startsWith('application/json')) return raw === '' ? {} : raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

const EXPECTED: ReadonlySet<unknown> = new Set(
  Object.values(ERROR_CODES).filter((code) => code !== ERROR_CODES.INTERNAL_SERVER_ERROR),
);

/** What callers can mend is told in full; a bug is logged and told as no more than that. */
function maskUnexpected(
  formatted: GraphQLFormattedError,
  error: unknown,
  logError: (error: unknown) => void,
): GraphQLFormattedError {
  if (EXPECTED.has(formatted.extensions?.code)) return formatted;
  logError(error);
  return {
    message: 'Something went wrong on our side.',
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: ERROR_CODES.INTERNAL_SERVER_ERROR },
  };
}
