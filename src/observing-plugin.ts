import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.js';
import { ERROR_CODES, type ErrorCode } from './shared/errors.js';

const CODES: ReadonlySet<unknown> = new Set(Object.values(ERROR_CODES));

export interface ObservingPlugin {
  plugin: ApolloServerPlugin<Context>;
  /** The request in which an error came up, if it came up in one. */
  requestOf: (error: unknown) => string | undefined;
}

/** Notes in a request's outcome what may be logged and counted of its operation: no text of the client's. */
export function createObservingPlugin(operationNames: ReadonlySet<string>): ObservingPlugin {
  const requests = new WeakMap<object, string>();
  return {
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          didEncounterErrors({ errors, contextValue: { requestId } }) {
            for (const error of errors) requests.set(error, requestId);
            return Promise.resolve();
          },
          willSendResponse({ operationName, response: { body }, contextValue: { outcome } }) {
            if (operationName && operationNames.has(operationName)) outcome.operation = operationName;
            const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
            outcome.codes = [...new Set(errors.map(({ extensions }) => codeOf(extensions?.code)))];
            return Promise.resolve();
          },
        }),
    },
    requestOf: (error) => (typeof error === 'object' && error !== null ? requests.get(error) : undefined),
  };
}

const codeOf = (code: unknown): ErrorCode =>
  CODES.has(code) ? (code as ErrorCode) : ERROR_CODES.INTERNAL_SERVER_ERROR;
