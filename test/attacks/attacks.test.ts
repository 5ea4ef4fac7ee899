import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { BODY_ATTACKS } from './body-attacks.js';
import { DOCUMENT_ATTACKS } from './document-attacks.js';
import { FRAMING_ATTACKS } from './framing-attacks.js';
import { HTTP_ATTACKS } from './http-attacks.js';
import { codesIn, converse, post, readReply, useTarget, withNeighbour, type Target } from './target.js';

describe.each([
  ['without NODE_ENV', undefined],
  ['in production', 'production'],
])('a server %s', (_, nodeEnv) => {
  const target = useTarget(nodeEnv);
  let slow: Promise<[string, number][]>;
  beforeAll(() => {
    slow = Promise.all(SLOW_CLIENTS.map((client) => outlast(target, client)));
  });
  afterAll(() => {
    const { ms, beside } = target.worst;
    process.stdout.write(`The longest a neighbour waited: ${ms.toFixed(0)} ms, beside ${beside}\n`);
  });

  test.each([...DOCUMENT_ATTACKS, ...BODY_ATTACKS].map((attack) => [attack.name, attack] as const))(
    'withstands %s',
    async (name, { body, code }) => {
      const reply = await withNeighbour(target, name, () => post(target, body));
      expect(new Set(codesIn(reply))).toEqual(new Set(code === null ? [] : [code]));
      expect(reply.text).toMatch(/content-type: application\/json/i);
    },
  );

  test.each([...HTTP_ATTACKS, ...FRAMING_ATTACKS].map((attack) => [attack.name, attack] as const))(
    'withstands %s on the wire',
    async (name, { script, statuses }) => {
      const reply = await withNeighbour(target, name, async () =>
        readReply(await converse(target.port, script)),
      );
      expect(statuses).toContain(reply.status);
      expect(reply.text).not.toMatch(/set-cookie|evil\.example/i);
    },
  );

  test('refuses a body that never ends within a second', async () => {
    // Whoever goes on writing may lose the answer to the closed connection, so that it takes a second try.
    let answer = { text: '', ms: 0 };
    for (let tried = 0; tried < 5 && answer.text === ''; tried += 1) answer = await writeWithoutEnd(target);
    expect(answer.text).toMatch(/^HTTP\/1\.1 413/);
    expect(answer.ms).toBeLessThan(1_000);
  });

  test('forgets 50 clients that go away in the middle of a request', async () => {
    const goAway = () =>
      new Promise<void>((resolve) => {
        const socket = connect({ port: target.port, host: '127.0.0.1' }, () => {
          socket.write(
            'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\ncontent-type: application/json\r\n\r\n{"q',
          );
          setTimeout(() => socket.resetAndDestroy(), 20);
        });
        socket.on('error', () => undefined).once('close', () => resolve());
      });
    await withNeighbour(target, 'clients that go away', async () => {
      await Promise.all(Array.from({ length: 50 }, goAway));
      return { status: 0, text: '' };
    });
  });

  test('answers a client that has said all it will say', async () => {
    const socket = connect({ port: target.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.end('GET /graphql?query=%7Bdataset%7Bversion%7D%7D HTTP/1.1\r\nhost: x\r\n\r\n');
    let heard = '';
    for await (const chunk of socket) heard += String(chunk);
    expect(heard).toMatch(/^HTTP\/1\.1 200[^]*"version"/);
  });

  test('cuts off who sends headers or a body a byte a second', async () => {
    for (const [name, seconds] of await slow) expect([name, seconds < 20]).toEqual([name, true]);
  });
});

const SLOW_CLIENTS = [
  { name: 'headers', opening: 'POST /graphql HTTP/1.1\r\nhost: x\r\n', drop: 'x: y\r\n' },
  {
    name: 'a body',
    opening:
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n',
    drop: ' ',
  },
];

/** How many seconds the server puts up with a client that is never done. */
async function outlast(
  { port }: Target,
  { name, opening, drop }: (typeof SLOW_CLIENTS)[number],
): Promise<[string, number]> {
  const start = performance.now();
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined).resume();
  socket.write(opening);
  const dripping = setInterval(() => socket.write(drop), 1_000);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(dripping);
  return [name, (performance.now() - start) / 1_000];
}

/** Sends chunks until the server says something or closes: what it said, and how long it took. */
async function writeWithoutEnd({ port }: Target): Promise<{ text: string; ms: number }> {
  const socket = connect({ port, host: '127.0.0.1' });
  const start = performance.now();
  let isOver = false;
  const ended = new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(String(data))).once('close', () => resolve(''));
  }).finally(() => (isOver = true));
  socket.on('error', () => undefined);
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
  );
  while (!isOver) {
    socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`);
    await pause(1);
  }
  const text = await ended;
  socket.destroy();
  return { text, ms: performance.now() - start };
}
