import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { clientAddressOf, readNetworks } from '../../src/http/client-address.js';
import { createRateLimit } from '../../src/http/rate-limit.js';
import { useKobling } from '../support/kobling.js';

const PER_MINUTE = 5;
const MOST_CLIENTS = 100;
// The tests connect from this machine, so they speak as a trusted proxy does.
const trustedProxies = readNetworks(['127.0.0.1']);
const kobling = useKobling({
  server: {
    rateLimit: createRateLimit({
      perMinute: PER_MINUTE,
      trustedProxies,
      header: 'x-api-key',
      mostClients: MOST_CLIENTS,
    }),
  },
});

const askAs = (headers: Record<string, string>, body = '{"query":"{ dataset { version } }"}') =>
  fetch(kobling.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const askFrom = (address: string) => askAs({ 'x-forwarded-for': address });
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));
const statuses = async (answers: Promise<Response[]>) => (await answers).map(({ status }) => status);

describe('a client that asks too often', () => {
  test('is told what is left, then to wait, in the shape clients of GraphQL know', async () => {
    const left = [];
    for (let n = 0; n < PER_MINUTE; n += 1) {
      const answer = await askFrom('198.51.100.1');
      left.push([
        answer.status,
        answer.headers.get('ratelimit-remaining'),
        answer.headers.get('ratelimit-limit'),
      ]);
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((remaining) => [200, String(remaining), '5']));
    const refused = await askFrom('198.51.100.1');
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED' });
    expect(errors[0]?.message).toContain(`More than 5 requests in a minute`);
  });

  test('never takes from another', async () => {
    expect(await statuses(times(200, () => askFrom('198.51.100.2')))).toContain(429);
    expect(await statuses(times(PER_MINUTE, () => askFrom('198.51.100.3')))).toEqual(
      Array(PER_MINUTE).fill(200),
    );
  });

  test('cannot hide among the addresses of its own IPv6 network', async () => {
    const answers = await Promise.all(
      Array.from({ length: PER_MINUTE + 1 }, (_, n) => askFrom(`2001:db8:1:2::${n + 1}`)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await askFrom('2001:db8:1:3::1')).status).toBe(200);
  });

  test('cannot hide behind addresses that it writes itself', async () => {
    const answers = await Promise.all(
      Array.from({ length: PER_MINUTE + 1 }, (_, n) => askFrom(`203.0.113.${n}, 198.51.100.4`)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test('is counted by the name that the proxy vouches for, wherever it comes from', async () => {
    const answers = await Promise.all(
      Array.from({ length: PER_MINUTE + 1 }, (_, n) =>
        askAs({ 'x-api-key': 'key-1', 'x-forwarded-for': `198.51.100.1${n}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test('is remembered while many others come once: those who were longest silent are forgotten', async () => {
    const greedy = () => askFrom('198.51.100.5');
    await times(PER_MINUTE, greedy);
    for (let n = 0; n < MOST_CLIENTS - 1; n += 1) await askFrom(`192.0.2.${n}`);
    expect((await greedy()).status).toBe(429);
    const silent = () => askFrom('192.0.2.0');
    for (let n = 0; n < MOST_CLIENTS; n += 1) await askFrom(`10.0.1.${n}`);
    expect((await silent()).headers.get('ratelimit-remaining')).toBe(String(PER_MINUTE - 1));
  });
});

describe('nobody counts', () => {
  test('who connects from this machine', async () => {
    const answers = await times(3 * PER_MINUTE, () => askAs({}));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers[0]?.headers.get('ratelimit-limit')).toBeNull();
  });

  test('the questions of a balancer', async () => {
    const ask = () =>
      fetch(new URL('/readyz', kobling.url), { headers: { 'x-forwarded-for': '198.51.100.6' } });
    expect(new Set(await statuses(times(3 * PER_MINUTE, ask)))).toEqual(new Set([200]));
  });
});

describe("a client's address", () => {
  const requestFrom = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  test.each([
    ['of a connection without a proxy', [], '203.0.113.1', undefined, '203.0.113.1'],
    ['where nobody is trusted, whatever it writes', [], '203.0.113.1', '10.9.9.9', '203.0.113.1'],
    ['behind one proxy', ['10.0.0.0/8'], '10.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['behind two', ['10.0.0.0/8'], '10.0.0.1', '203.0.113.1, 10.0.0.2', '203.0.113.1'],
    ['that wrote an address before', ['10.0.0.0/8'], '10.0.0.1', '1.2.3.4, 203.0.113.1', '203.0.113.1'],
    ['that wrote a trusted one before', ['10.0.0.0/8'], '10.0.0.1', '10.0.0.9, 203.0.113.1', '203.0.113.1'],
    ['that came around the proxy', ['10.0.0.0/8'], '203.0.113.1', '1.2.3.4', '203.0.113.1'],
    ['written as version 6', ['10.0.0.0/8'], '::ffff:10.0.0.1', '::ffff:203.0.113.1', '203.0.113.1'],
    ['of version 6', ['fd00::/8'], 'fd00::1', '2001:db8::1', '2001:db8::1'],
    ['where the header is no address', ['10.0.0.0/8'], '10.0.0.1', 'unknown', '10.0.0.1'],
  ])('%s', (_, trusted, remote, forwarded, expected) => {
    expect(clientAddressOf(requestFrom(remote, forwarded), readNetworks(trusted)).address).toBe(expected);
  });

  test('on this machine is only one that no proxy speaks for', () => {
    const trusted = readNetworks(['127.0.0.1']);
    expect(clientAddressOf(requestFrom('127.0.0.1'), trusted).isLoopback).toBe(true);
    expect(clientAddressOf(requestFrom('::1'), readNetworks([])).isLoopback).toBe(true);
    expect(clientAddressOf(requestFrom('127.0.0.1', '203.0.113.1'), trusted).isLoopback).toBe(false);
    expect(clientAddressOf(requestFrom('203.0.113.1', '127.0.0.1'), trusted).isLoopback).toBe(false);
  });
});
