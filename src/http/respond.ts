import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '../shared/errors.js';

/** Headers of every answer: nothing is guessed, nothing is framed. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

/** Refuses a request outside GraphQL in the shape clients of GraphQL know. */
export function refuse(response: ServerResponse, status: number, code: ErrorCode, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    connection: 'close',
  });
  response.end(body);
}
