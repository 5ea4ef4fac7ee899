import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createLog, createRequestLog } from '../../src/log.js';
import { OPERATIONS } from '../support/operations.js';
import { useKobling } from '../support/kobling.js';

interface Line {
  level: string;
  request: string;
  [key: string]: unknown;
}

const lines: Line[] = [];
const log = createLog(
  { level: 'info', format: 'json' },
  { write: (line) => void lines.push(JSON.parse(line) as Line) },
);
const kobling = useKobling({
  server: {
    observers: [createRequestLog(log, 'all')],
    logError: (err, request) => log.error({ err, request }, 'Something went wrong on our side.'),
  },
});

const post = (body: object, headers: Record<string, string> = {}) =>
  fetch(kobling.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The line of a request is written when its answer has gone out, which may be after the client has it. */
async function lineOf(request: string | null): Promise<Line> {
  for (let tries = 0; tries < 200; tries += 1) {
    const line = lines.find((other) => other.request === request && other.level === 'info');
    if (line) return line;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`No line of request ${request}`);
}

describe('the log', () => {
  test('tells each request in one line: what it was, how it ended, what it cost; nothing of what was asked', async () => {
    const [example] = OPERATIONS;
    if (!example) throw new Error('There are no example operations.');
    const { query, variables, name } = example;
    const answer = await post({ query, variables, operationName: name }, { 'x-request-id': 'first-1' });
    const bytes = (await answer.arrayBuffer()).byteLength;
    const line = await lineOf('first-1');
    expect(line).toMatchObject({
      method: 'POST',
      path: 'graphql',
      status: 200,
      source: 'computed',
      operation: name,
    });
    expect(line.bytes).toBe(bytes);
    expect(Object.keys(line).sort()).toEqual(
      [
        'bytes',
        'level',
        'method',
        'ms',
        'nodes',
        'operation',
        'path',
        'request',
        'source',
        'status',
        'time',
      ].sort(),
    );
    expect(line.nodes).toBeGreaterThan(0);
    expect(lines.filter(({ request }) => request === 'first-1')).toHaveLength(1);
  });

  test('tells a repeat answered with kept bytes as such, and can leave it out', async () => {
    const query = 'query Mine { dataset { version } }';
    await (await post({ query }, { 'x-request-id': 'one' })).text();
    await (await post({ query }, { 'x-request-id': 'two' })).text();
    // The operation's name is the client's own text, so it is in neither.
    expect(await lineOf('one')).not.toHaveProperty('operation');
    expect(await lineOf('two')).toMatchObject({ source: 'kept', status: 200 });
    const some: string[] = [];
    const observer = createRequestLog(
      createLog({ level: 'info', format: 'json' }, { write: (l) => void some.push(l) }),
      'computed',
    );
    for (const source of ['kept', 'computed'] as const)
      observer.ended({ known: { source, codes: [] } } as never, { method: 'GET' } as never, 1);
    expect(some.map((line) => (JSON.parse(line) as Line).source)).toEqual(['computed']);
  });

  test.each([
    ['a query that does not parse', { query: '{ secret-4711' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['no query', { variables: { secret: 'secret-4711' } }, 400, 'BAD_REQUEST'],
    ['a value that cannot be used', { query: '{ standards(ids: ["secret-4711"]) { id } }' }, 400, undefined],
  ])('tells the code of an error for %s, and no text of it', async (_, body, status, code) => {
    const answer = await post(body);
    const line = await lineOf(answer.headers.get('x-request-id'));
    expect(line.status).toBe(status);
    if (code) expect(line.codes).toEqual([code]);
    expect(JSON.stringify(lines)).not.toContain('secret-4711');
  });

  test('tells nothing of who asked', async () => {
    const answer = await post(
      { query: '{ dataset { checksum } }' },
      { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'someone/1.0', authorization: 'Bearer abc' },
    );
    await lineOf(answer.headers.get('x-request-id'));
    expect(JSON.stringify(lines)).not.toMatch(/203\.0\.113\.77|someone|Bearer|127\.0\.0\.1/);
  });

  test('tells a client that went away before its answer', async () => {
    const { hostname, port } = new URL(kobling.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\nx-request-id: gone-1\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    expect(await lineOf('gone-1')).toMatchObject({ aborted: true });
  });

  test('tells an unexpected error with its stack, under the id that the client was told', async () => {
    const { law } = kobling.release;
    const get = law.provisions.get.bind(law.provisions);
    law.provisions.get = () => {
      throw new Error('a bug of ours');
    };
    try {
      const answer = await post({ query: '{ provision(id: "provision/nis2/21") { id } }' });
      const id = answer.headers.get('x-request-id');
      expect(await answer.text()).not.toContain('a bug of ours');
      const line = lines.find(({ request, level }) => level === 'error' && request === id);
      expect(line).toMatchObject({ err: { message: 'a bug of ours' } });
      expect((line?.err as { stack: string }).stack).toContain('logs.test');
      expect((await lineOf(id)).codes).toEqual(['INTERNAL_SERVER_ERROR']);
    } finally {
      law.provisions.get = get;
    }
  });
});

describe('the id of a request', () => {
  test.each(['4bf92f3577b34da6', 'a.b_c:d-e', 'x'.repeat(64)])(
    "is the caller's if it is sane: %s",
    async (id) => {
      const answer = await fetch(new URL('/livez', kobling.url), { headers: { 'x-request-id': id } });
      expect(answer.headers.get('x-request-id')).toBe(id);
    },
  );

  test.each(['', 'x'.repeat(65), 'a b', '{"level":"fatal"}', 'a,b', 'caf\u00e9'])(
    'is made here if it is not: %p',
    async (id) => {
      const answer = await fetch(new URL('/livez', kobling.url), { headers: { 'x-request-id': id } });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    },
  );
});
