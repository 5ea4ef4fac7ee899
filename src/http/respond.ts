import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '../shared/errors.js';
import type { KeptAnswer } from './answer-cache.js';

/** Headers of every answer: nothing is guessed, nothing is framed. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

/** Anyone may read from any page; nobody's credentials are used. */
export const CORS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
} as const;

/** How long a cache in front may answer a GET by itself. A release stays for weeks; a new one is seen within this. */
const FRESH_SECONDS = 300;

/** Refuses a request outside GraphQL in the shape clients of GraphQL know. */
export function refuse(response: ServerResponse, status: number, code: ErrorCode, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response.writeHead(status, {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(body);
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
  const etag = encoding ? `${answer.etag.slice(0, -1)}-${encoding}"` : answer.etag;
  const isGet = request.method === 'GET' || request.method === 'HEAD';
  const headers = {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    etag,
    vary: 'accept, accept-encoding',
    'cache-control': isGet ? `public, max-age=${FRESH_SECONDS}` : 'no-store',
  };
  if (isGet && (request.headers['if-none-match'] ?? '').includes(answer.etag.slice(0, -1))) {
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
