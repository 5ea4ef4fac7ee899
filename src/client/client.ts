import type { ResultOf, TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

export interface ClientOptions {
  /** Address of GraphQL, such as `http://127.0.0.1:4000/graphql`. */
  url: string;
  /** Another `fetch`, for a proxy, credentials of your own gateway, or retries. */
  fetch?: typeof fetch;
}

/** One error of an answer, with what can be acted on; docs/errors.md explains the codes. */
export interface AnswerError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; argument?: string; value?: unknown; suggestions?: string[] };
}

/** Kobling refused, or answered in part. What it did answer is in `data`. */
export class KoblingError extends Error {
  override readonly name = 'KoblingError';

  constructor(
    /** HTTP status of the answer. */
    readonly status: number,
    readonly errors: readonly AnswerError[],
    readonly data: unknown,
  ) {
    super(errors.map(({ message }) => message).join('\n'));
  }
}

export interface Client {
  /** Answers an operation. Rejects with a KoblingError if there is any error, and with what `fetch` rejects with. */
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
}

/** A client with no more than `fetch`; the documents work as well with Apollo Client, urql or graphql-request. */
export function createClient({ url, fetch: send = fetch }: ClientOptions): Client {
  return {
    async ask(document, variables) {
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: print(document), variables }),
      });
      const { data, errors } = await readAnswer(response);
      if (errors || data == null) throw new KoblingError(response.status, errors ?? [], data);
      return data as ResultOf<typeof document>;
    },
  };
}

async function readAnswer(response: Response): Promise<{ data?: unknown; errors?: AnswerError[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text) as { data?: unknown; errors?: AnswerError[] };
  } catch {
    const message = `The address does not answer as Kobling does: HTTP ${response.status}.`;
    return { errors: [{ message, extensions: { code: 'NOT_KOBLING' } }] };
  }
}
