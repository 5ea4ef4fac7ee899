import type { ApolloServerPlugin } from '@apollo/server';
import { context, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { Context } from './context.js';

/** A span for each step of an operation, below the request's. What the client wrote is in none of them. */
export function createTracingPlugin(tracer: Tracer): ApolloServerPlugin<Context> {
  /** Starts a span; what it gives back ends it. */
  const start = (step: string) => {
    const span = tracer.startSpan(`graphql.${step}`, {}, context.active());
    return (error?: unknown): Promise<void> => {
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      return Promise.resolve();
    };
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        parsingDidStart: () => Promise.resolve(start('parse')),
        validationDidStart: () => Promise.resolve(start('validate')),
        executionDidStart: () => Promise.resolve({ executionDidEnd: start('execute') }),
      }),
  };
}
