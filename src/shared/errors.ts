import { GraphQLError } from 'graphql';

/**
 * Every error code that Kobling itself answers with. docs/errors.md explains each; a test holds the two
 * lists against each other. Codes of the GraphQL layer (such as a query that does not parse) are there too.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_RESOLUTION_FAILURE',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
  PERSISTED_QUERY_HASH_MISMATCH: 'PERSISTED_QUERY_HASH_MISMATCH',
  BAD_REQUEST: 'BAD_REQUEST',
  NOT_FOUND: 'NOT_FOUND',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  QUERY_TOO_LARGE: 'QUERY_TOO_LARGE',
  RATE_LIMITED: 'RATE_LIMITED',
  EXECUTION_TIMEOUT: 'EXECUTION_TIMEOUT',
  DATABASE_UNAVAILABLE: 'DATABASE_UNAVAILABLE',
  INTERNAL_SERVER_ERROR: 'INTERNAL_SERVER_ERROR',
} as const;

export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES];

/** What a caller can act on: the argument that was wrong, the value, and the nearest right values. */
export interface BadInputDetails {
  argument: string;
  value?: unknown;
  suggestions?: string[];
}

/** An error for something the caller can mend. The message says what was wrong and what would be right. */
export function badInput(message: string, details: BadInputDetails): GraphQLError {
  return new GraphQLError(message, { extensions: { code: ERROR_CODES.BAD_USER_INPUT, ...details } });
}

/** An error for what only the database knows, while none of its servers answers. The reason is not for callers. */
export function databaseUnavailable(originalError: Error): GraphQLError {
  return new GraphQLError(
    'The database does not answer at the moment. What is held in memory is still answered; ask for this again in some seconds.',
    { originalError, extensions: { code: ERROR_CODES.DATABASE_UNAVAILABLE } },
  );
}
