import type { FormattedExecutionResult } from 'graphql';

/** What the tools ask: the public GraphQL API. */
export interface Knowledge {
  /** Answers an operation, limits included. */
  execute: (query: string, variables: Record<string, unknown>) => Promise<FormattedExecutionResult>;
  /** The ids nearest to one that names nothing. */
  nearestIds: (id: string) => string[];
}
