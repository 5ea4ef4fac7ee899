import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES } from '../shared/errors.js';
import type { AnswerCache } from './answer-cache.js';
import { isRecord, refuseHash, type Refusal } from './persisted-queries.js';
import { decodeBody, LARGEST_BODY_BYTES, readBody } from './read-body.js';
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

/** GraphQL over HTTP: reads the request, answers an exact repeat with the bytes it was answered with before. */
export async function answerGraphql(
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  { answers, execute }: GraphqlRequestHandler,
): Promise<void> {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  if (method !== 'GET' && method !== 'POST') {
    response.setHeader('allow', 'GET, POST, HEAD, OPTIONS');
    refuse(response, 405, ERROR_CODES.BAD_REQUEST, 'Ask by GET or POST.');
    return;
  }
  const unreadable = refuseHeaders(method, request);
  if (unreadable !== null) {
    refuse(response, 415, ERROR_CODES.BAD_REQUEST, unreadable);
    return;
  }
  const bytes = await readBody(request);
  if (bytes === null) {
    refuse(
      response,
      413,
      ERROR_CODES.PAYLOAD_TOO_LARGE,
      `The body is larger than ${LARGEST_BODY_BYTES} bytes. Send a shorter query, or fewer variables at once.`,
    );
    return;
  }
  const raw = decodeBody(bytes);
  if (raw === null) {
    refuse(
      response,
      400,
      ERROR_CODES.BAD_REQUEST,
      'The body is not UTF-8. Send JSON, which is always UTF-8.',
    );
    return;
  }
  const key = `${method}\n${request.headers.accept ?? ''}\n${request.url ?? ''}\n${raw}`;
  const kept = answers.find(key);
  if (kept) {
    sendKept(request, response, kept);
    return;
  }
  const body = parseJson(raw);
  if (body === undefined) {
    refuse(
      response,
      400,
      ERROR_CODES.BAD_REQUEST,
      'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
    );
    return;
  }
  if (isRecord(body) && body.query !== undefined && typeof body.query !== 'string') {
    refuse(response, 400, ERROR_CODES.BAD_REQUEST, '`query` must be a string that holds a GraphQL document.');
    return;
  }
  const wrongHash = method === 'GET' ? refuseHashIn(search) : refuseHashOf(body);
  if (wrongHash !== null) {
    refuse(response, 400, wrongHash.code, wrongHash.message);
    return;
  }
  const answer = await execute({
    method,
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

/**
 * Only application/json is ever read: a page of another origin cannot send that without asking first, so that no form
 * and no image makes somebody's browser post here. A GET changes nothing and needs no such guard.
 */
function refuseHeaders(method: string, { headers }: IncomingMessage): string | null {
  if (headers['content-encoding'] !== undefined)
    return 'Compressed bodies are not read. Send the body as it is.';
  if (method !== 'POST') return null;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json')
    return 'Only application/json is read. Send {"query": "...", "variables": {...}} with that content-type.';
  const charset = parameters.map((parameter) => parameter.trim()).find((one) => one.startsWith('charset='));
  if (charset === undefined || /^charset="?utf-?8"?$/.test(charset)) return null;
  return 'Only UTF-8 is read. Send application/json without a charset.';
}

function refuseHashOf(body: unknown): Refusal | null {
  return isRecord(body) ? refuseHash(body.query, body.extensions) : null;
}

function refuseHashIn(search: string): Refusal | null {
  if (!search.includes('extensions')) return null;
  const parameters = new URLSearchParams(search);
  return refuseHash(parameters.get('query'), parseJson(parameters.get('extensions') ?? ''));
}

/** An empty body is that of a GET. */
function parseJson(raw: string): unknown {
  if (raw === '') return {};
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
