import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES, type BadInputDetails, type ErrorCode } from '../shared/errors.js';
import { etagOf, type KeptAnswer } from './answer-cache.js';
import { noteCode } from './reply.js';

/** Headers of every answer: nothing is guessed, nothing is framed. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

/** Anyone may read from any page; nobody's credentials are used. */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset',
} as const;

/** How long a cache in front may answer a GET by itself. A release stays for weeks; a new one is seen within this. */
export const FRESH_SECONDS = 300;

/** Refuses a request outside GraphQL in the shape clients of GraphQL know. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
  details: Partial<BadInputDetails> = {},
): void {
  noteCode(response, code);
  const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });
  response.writeHead(status, {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(body);
}

/** Outside GraphQL, too, what a caller can mend is told as such: 400, with the argument and the nearest right values. */
export async function refusingBadInput(response: ServerResponse, answer: () => Promise<void>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code !== ERROR_CODES.BAD_USER_INPUT) throw error;
    const { argument, value, suggestions } = error.extensions as Partial<BadInputDetails>;
    refuse(response, 400, ERROR_CODES.BAD_USER_INPUT, error.message, { argument, value, suggestions });
  }
}

/** Sends an answer that is kept, in the smallest form the client takes, or says that the client has it already. */
export function sendKept(request: IncomingMessage, response: ServerResponse, answer: KeptAnswer): void {
  const accepted = request.headers['accept-encoding'] ?? '';
  const [body, encoding] =
    answer.brotli && accepts(accepted, 'br')
      ? [answer.brotli, 'br']
      : answer.gzip && accepts(accepted, 'gzip')
        ? [answer.gzip, 'gzip']
        : [answer.body, undefined];
  const isGet = request.method === 'GET' || request.method === 'HEAD';
  // Only a GET can ask whether what it has is still right.
  const etag = isGet ? etagOf(answer).slice(0, -1) : null;
  const headers = {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    ...(etag !== null && { etag: `${etag}${encoding ? `-${encoding}` : ''}"` }),
    vary: 'accept, accept-encoding',
    'cache-control': isGet ? `public, max-age=${FRESH_SECONDS}` : 'no-store',
  };
  if (etag !== null && (request.headers['if-none-match'] ?? '').includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': answer.contentType,
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export const accepts = (accepted: string, encoding: string) =>
  accepted.includes(encoding) && !accepted.includes(`${encoding};q=0`);
