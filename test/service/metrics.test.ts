import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import { createMetrics } from '../../src/http/metrics.js';
import { serveMetrics } from '../../src/http/metrics-server.js';
import { ERROR_CODES } from '../../src/shared/errors.js';
import { useKobling } from '../support/kobling.js';
import { OPERATIONS } from '../support/operations.js';

const metrics = createMetrics(() => kobling.release.dataset);
const kobling = useKobling({ server: { observers: [metrics] } });
let server: Server;
let url: string;

beforeAll(async () => {
  server = await serveMetrics(metrics, { METRICS_HOST: '127.0.0.1', METRICS_PORT: 0 });
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/metrics`;
});
afterAll(() => void server.close());

/** Waits until the request that was answered last has been counted as ended. */
async function scrape(): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await (await fetch(url)).text();
    if (text.includes('\nkobling_requests_in_flight 0\n')) return text;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('A request never ended.');
}
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1) ?? 0,
  );

describe('the metrics', () => {
  test('are on a port of their own, and not where the world asks', async () => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/plain; version=0\.0\.4/),
    ]);
    expect((await fetch(new URL('/metrics', kobling.url))).status).toBe(404);
    expect((await fetch(new URL('/', url))).status).toBe(404);
  });

  test('tell the process, the release that answers, and that no newer one took over yet', async () => {
    const text = await scrape();
    const { version, checksum } = kobling.release.dataset;
    expect(text).toContain('process_cpu_seconds_total');
    expect(valueOf(text, `kobling_release_info{version="${version}",checksum="${checksum}"}`)).toBe(1);
    expect(valueOf(text, 'kobling_release_swaps_total')).toBe(0);
    metrics.swapped();
    expect(valueOf(await scrape(), 'kobling_release_swaps_total')).toBe(1);
  });

  test('count what was answered, from where, at what cost, and what went wrong', async () => {
    const before = await scrape();
    const query = '{ measures { id title } }';
    await kobling.ask(query);
    await kobling.ask(query);
    await kobling.ask('{ nothing }');
    await fetch(new URL('/nowhere', kobling.url));
    const after = await scrape();
    const grown = (series: string) => valueOf(after, series) - valueOf(before, series);
    expect(grown('kobling_requests_total{path="graphql",status="2xx"}')).toBe(2);
    expect(grown('kobling_requests_total{path="graphql",status="4xx"}')).toBe(1);
    expect(grown('kobling_request_duration_seconds_count{path="graphql"}')).toBe(3);
    expect(grown('kobling_answers_total{source="computed"}')).toBe(2);
    expect(grown('kobling_answers_total{source="kept"}')).toBe(1);
    expect(grown('kobling_operation_nodes_count')).toBe(1);
    expect(grown('kobling_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(grown('kobling_errors_total{code="NOT_FOUND"}')).toBe(1);
  });

  test('have no label that a client can choose', async () => {
    const [example] = OPERATIONS;
    await kobling.ask(example?.query ?? '', example?.variables);
    for (const name of ['Attack1', 'Attack2']) await kobling.ask(`query ${name} { dataset { version } }`);
    for (const path of ['/a', '/b', '/graphql/c?d'])
      await fetch(new URL(path, kobling.url), { method: 'PUT' });
    const text = await scrape();
    expect(text).toContain(`kobling_operations_total{operation="${example?.name}"}`);
    const labels = (name: string) =>
      new Set(
        [...text.matchAll(new RegExp(`^kobling_.*[{,]${name}="([^"]*)"`, 'gm'))].map(([, value]) => value),
      );
    const allowed: Record<string, readonly string[]> = {
      path: ['graphql', 'page', 'health', 'other'],
      status: ['2xx', '3xx', '4xx', '5xx', 'aborted'],
      source: ['kept', 'computed'],
      operation: ['other', ...OPERATIONS.map(({ name }) => name)],
      code: Object.values(ERROR_CODES),
    };
    for (const [name, values] of Object.entries(allowed)) {
      expect(labels(name).size).toBeGreaterThan(0);
      for (const value of labels(name)) expect(values).toContain(value);
    }
    expect(text).not.toContain('Attack');
  });
});
