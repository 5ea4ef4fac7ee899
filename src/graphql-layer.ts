import {
  ApolloServer,
  type ApolloServerPlugin,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
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
import type { Context, Outcome } from './context.js';
import { toBytes } from './execution/json-text.js';
import { KnownOperations, readAsked, type Answered, type Asked } from './execution/known-operations.js';
import type { GraphqlAnswer } from './http/graphql-edge.js';
import { isWithinListLimits, refuseLongLists } from './http/list-limits.js';
import { PersistedQueries } from './http/persisted-queries.js';
import { CostsOfOperation, costOf, tooCostly } from './http/query-limits.js';
import { PATHS } from './paths.js';
import { ERROR_CODES } from './shared/errors.js';

export const MOST_TOKENS = 2_000;

/** Apollo with the schema and the limits, and a shorter way for what it has answered before. */
export interface GraphqlLayer {
  /** Answers a request; a context is made for each attempt, and the outcome is that of the one that counted. */
  answer(
    request: HTTPGraphQLRequest,
    createContext: () => Context,
  ): Promise<GraphqlAnswer & { outcome: Outcome }>;
  /** Answers without HTTP in between, as it would travel: dates and other scalars become what JSON holds. */
  execute(
    query: string,
    variables: Record<string, unknown>,
    contextValue: Context,
  ): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** How an operation was answered when it was asked first. */
interface FirstAnswer extends Answered {
  contentType: string;
  outcome: Outcome;
  costs: CostsOfOperation;
}

/** How answers travel is the HTTP edge's. */
export async function createGraphqlLayer(
  schema: GraphQLSchema,
  logError: (error: unknown) => void,
  observers: readonly ApolloServerPlugin<Context>[] = [],
): Promise<GraphqlLayer> {
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
  const known = new KnownOperations<FirstAnswer>(schema);

  async function askApollo(request: HTTPGraphQLRequest, context: Context, asked: Asked | null) {
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: request,
      context: () => Promise.resolve(context),
    });
    const { answered, ...outcome } = context.outcome;
    if (asked && answered) known.learn(asked.frame, firstAnswer(schema, response, answered, outcome));
    return { ...answerOf(response), mayBeKept: outcome.mayBeKept === true, outcome };
  }

  return {
    async answer(request, createContext) {
      const asked = readAsked(request);
      const answer = asked && (await answerKnown(known, asked, createContext));
      return answer ?? askApollo(request, createContext(), asked);
    },
    async execute(query, variables, contextValue) {
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
      if (body.kind !== 'single') throw new Error('Kobling answers in one piece.');
      return JSON.parse(JSON.stringify(body.singleResult)) as FormattedExecutionResult;
    },
    stop: () => apollo.stop(),
  };
}

/** The answer to an operation that was answered before; null if Apollo has to answer it, with an error perhaps. */
async function answerKnown(
  operations: KnownOperations<FirstAnswer>,
  { frame, variables }: Asked,
  createContext: () => Context,
): Promise<(GraphqlAnswer & { outcome: Outcome }) | null> {
  const known = operations.find(frame);
  if (!known) return null;
  const { contentType, outcome: first, costs } = known.answered;
  const cost = costs.with(variables);
  if (tooCostly(cost) !== null || !isWithinListLimits(variables)) return null;
  const context = createContext();
  const data = await operations.execute(known, variables, context);
  if (data === undefined) return null;
  const outcome = Object.assign(context.outcome, first, { cost, compiled: true });
  const body = toBytes(`{"data":${data},"extensions":{"cost":${JSON.stringify(cost)}}}\n`);
  const headers = { 'content-type': contentType };
  return { status: 200, headers, body, mayBeKept: outcome.mayBeKept === true, outcome };
}

function firstAnswer(
  schema: GraphQLSchema,
  { headers }: HTTPGraphQLResponse,
  { document, operation }: Answered,
  outcome: Outcome,
): FirstAnswer {
  const contentType = headers.get('content-type') ?? 'application/json; charset=utf-8';
  return {
    document,
    operation,
    contentType,
    outcome,
    costs: new CostsOfOperation(schema, document, operation),
  };
}

function answerOf({ status = 200, headers, body }: HTTPGraphQLResponse): Omit<GraphqlAnswer, 'mayBeKept'> {
  return {
    status,
    headers: Object.fromEntries(headers),
    body: body.kind === 'complete' ? Buffer.from(body.string) : body.asyncIterator,
  };
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
      willSendResponse({ response, schema, document, operation, contextValue: { outcome } }) {
        if (response.body.kind !== 'single' || !document || !outcome.cost) return Promise.resolve();
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, cost: outcome.cost };
        if (singleResult.errors !== undefined || !operation) return Promise.resolve();
        outcome.mayBeKept = !isAboutCaller(schema, document);
        outcome.answered = { document, operation };
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
