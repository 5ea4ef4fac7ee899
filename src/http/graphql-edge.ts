import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES } from '../shared/errors.js';
import type { AnswerCache } from './answer-cache.js';
import { LARGEST_BODY_BYTES, readBody } from './read-body.js';
import { COMMON_HEADERS, CORS_HEADERS, refuse, sendKept } from './respond.js';

/** An answer on its way to the client. */
export interface GraphqlAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | AsyncIterable<string>;
  /** Whether a repeat may be answered with the same bytes. */
  mayBeKept: boolean;
}

/** What the edge needs for one request: where answers are kept, and who makes a new one. */
export interface GraphqlRequestHandler {
  answers: AnswerCache;
  execute: (request: HTTPGraphQLRequest) => Promise<GraphqlAnswer>;
}

/** Headers that change what Apollo answers, or whether: together with address and body they are the request. */
const TELLING_HEADERS = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'];

/** GraphQL over HTTP: reads the request, answers an exact repeat with the bytes it was answered with before. */
export async function answerGraphql(
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  { answers, execute }: GraphqlRequestHandler,
): Promise<void> {
  if (request.headers['content-encoding'] !== undefined) {
    refuse(response, 415, ERROR_CODES.BAD_REQUEST, 'Compressed bodies are not read. Send the body as it is.');
    return;
  }
  const raw = await readBody(request);
  if (raw === null) {
    refuse(
      response,
      413,
      ERROR_CODES.PAYLOAD_TOO_LARGE,
      `The body is larger than ${LARGEST_BODY_BYTES} bytes. Send a shorter query, or fewer variables at once.`,
    );
    return;
  }
  const key = keyOf(request, search, raw);
  const kept = answers.find(key);
  if (kept) {
    sendKept(request, response, kept);
    return;
  }
  const body = parseBody(raw, request.headers['content-type']);
  if (body === undefined) {
    refuse(
      response,
      400,
      ERROR_CODES.BAD_REQUEST,
      'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
    );
    return;
  }
  const answer = await execute({
    method: request.method ?? 'GET',
    headers: headersOf(request),
    search,
    body,
  });
  if (Buffer.isBuffer(answer.body) && answer.mayBeKept && answer.status === 200) {
    const contentType = answer.headers['content-type'] ?? 'application/json; charset=utf-8';
    sendKept(request, response, answers.keep(key, contentType, answer.body));
    return;
  }
  response.writeHead(answer.status, {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    'cache-control': 'no-store',
    ...answer.headers,
    ...(Buffer.isBuffer(answer.body) && { 'content-length': answer.body.length }),
  });
  if (Buffer.isBuffer(answer.body)) {
    response.end(answer.body);
    return;
  }
  for await (const chunk of answer.body) response.write(chunk);
  response.end();
}

function keyOf({ method = 'GET', headers }: IncomingMessage, search: string, body: string): string {
  let key = method;
  for (const name of TELLING_HEADERS) key += `\n${String(headers[name] ?? '')}`;
  return `${key}\n${search}\n${body}`;
}

/** Apollo reads parsed JSON; anything else it refuses itself, with a reason. */
function parseBody(raw: string, contentType: string | undefined): unknown {
  if (raw === '' || !contentType?.startsWith('application/json')) return raw === '' ? {} : raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
