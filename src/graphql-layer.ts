import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  BREAK,
  GraphQLError,
  visit,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from './context.js';
import { refuseLongLists } from './http/list-limits.js';
import { PersistedQueries } from './http/persisted-queries.js';
import { costOf, tooCostly } from './http/query-limits.js';
import { PATHS } from './paths.js';
import { ERROR_CODES } from './shared/errors.js';

export const MOST_TOKENS = 2_000;

/** Apollo with the schema and the limits; how answers travel is the HTTP edge's. */
export async function createGraphqlLayer(
  schema: GraphQLSchema,
  logError: (error: unknown) => void,
  observers: readonly ApolloServerPlugin<Context>[] = [],
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The edge lets in no POST but of application/json, and a GET changes nothing: docs/decisions/0012.
    csrfPrevention: false,
    persistedQueries: { cache: new PersistedQueries(PATHS.operations) },
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: (formatted, error) => maskUnexpected(formatted, error, logError),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // A subgraph would answer any caller with how long each field took.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin,
      ...observers,
    ],
  });
  await apollo.start();
  return apollo;
}

/** Answers without HTTP in between, as it would travel: dates and other scalars become what JSON holds. */
export async function executeInProcess(
  apollo: ApolloServer<Context>,
  contextValue: Context,
  query: string,
  variables: Record<string, unknown>,
): Promise<FormattedExecutionResult> {
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('Kobling answers in one piece.');
  return JSON.parse(JSON.stringify(body.singleResult)) as FormattedExecutionResult;
}

/** Refuses what asks for too much before it is executed, tells the cost of the rest, and marks answers to keep. */
const limitsPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        const variables = request.variables ?? {};
        if (!operation) return Promise.resolve();
        if (!schema.getRootType(operation.operation)) {
          throw new GraphQLError(`There is no ${operation.operation} here: Kobling is read by queries.`, {
            extensions: { code: ERROR_CODES.GRAPHQL_VALIDATION_FAILED, http: { status: 400 } },
          });
        }
        refuseLongLists(document, variables);
        const cost = costOf(schema, document, operation, variables);
        const refusal = tooCostly(cost);
        if (refusal !== null)
          throw new GraphQLError(refusal, {
            extensions: { code: ERROR_CODES.QUERY_TOO_LARGE, cost, http: { status: 400 } },
          });
        contextValue.outcome.cost = cost;
        return Promise.resolve();
      },
      willSendResponse({ response, schema, document, contextValue: { outcome } }) {
        if (response.body.kind !== 'single' || !document || !outcome.cost) return Promise.resolve();
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, cost: outcome.cost };
        outcome.mayBeKept = singleResult.errors === undefined && !isAboutCaller(schema, document);
        return Promise.resolve();
      },
    }),
};

/** Whether a query marked so is asked, anywhere in the document. */
function isAboutCaller(schema: GraphQLSchema, document: DocumentNode): boolean {
  const queries = schema.getQueryType()?.getFields() ?? {};
  let found = false;
  visit(document, {
    Field({ name }) {
      if (queries[name.value]?.extensions.aboutCaller !== true) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
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
