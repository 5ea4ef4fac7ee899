import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES } from '../shared/errors.js';
import type { AnswerCache } from './answer-cache.js';
import { LARGEST_BODY_BYTES, readBody } from './read-body.js';
import { COMMON_HEADERS, CORS_HEADERS, refuse, sendKept } from './respond.js';

/** What the edge needs for one request: where answers are kept, and who makes a new one. */
export interface GraphqlRequestHandler {
  answers: AnswerCache;
  /** Answers a request; `mayBeKept` says whether a repeat may be answered with the same bytes. */
  execute: (request: HTTPGraphQLRequest) => Promise<{ response: HTTPGraphQLResponse; mayBeKept: boolean }>;
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
  const key = keyOf(request, raw);
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
  const { response: answer, mayBeKept } = await execute({
    method: request.method ?? 'GET',
    headers: headersOf(request),
    search,
    body,
  });
  if (answer.body.kind === 'complete' && mayBeKept && (answer.status ?? 200) === 200) {
    const contentType = answer.headers.get('content-type') ?? 'application/json; charset=utf-8';
    sendKept(request, response, answers.keep(key, contentType, Buffer.from(answer.body.string)));
    return;
  }
  response.writeHead(answer.status ?? 200, {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    'cache-control': 'no-store',
    ...Object.fromEntries(answer.headers),
  });
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

function keyOf({ method = 'GET', url = '', headers }: IncomingMessage, body: string): string {
  let key = method;
  for (const name of TELLING_HEADERS) key += `\n${String(headers[name] ?? '')}`;
  return `${key}\n${url}\n${body}`;
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
