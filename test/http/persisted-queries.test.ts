import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Pace } from '../../src/shared/pace.js';
import { useKobling } from '../support/kobling.js';
import { OPERATIONS } from '../support/operations.js';

const kobling = useKobling();
const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

function get(parameters: Record<string, unknown>, headers: Record<string, string> = {}) {
  const search = Object.entries(parameters).map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return fetch(`${kobling.url}?${new URLSearchParams(search).toString()}`, { headers });
}

const byHash = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

describe('a persisted query', () => {
  test.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    'is known from the start: %s',
    async (_, { query, variables }) => {
      const answer = await get({ extensions: byHash(hashOf(query)), variables });
      expect(await answer.json()).not.toHaveProperty('errors');
    },
  );

  test('is asked for once with its document, then by its hash; a cache in front may keep it', async () => {
    const query = '{ persisted: dataset { version } }';
    const extensions = byHash(hashOf(query));
    const unknown = await get({ extensions });
    expect(await unknown.text()).toContain('"PERSISTED_QUERY_NOT_FOUND"');
    expect(unknown.headers.get('cache-control')).toContain('no-cache');
    await (await get({ query, extensions })).text();
    const known = await get({ extensions });
    expect(await known.text()).toContain('"persisted"');
    expect(known.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(known.headers.get('vary')).toBe('accept, accept-encoding');
    const etag = known.headers.get('etag') ?? '';
    expect((await get({ extensions }, { 'if-none-match': etag })).status).toBe(304);
  });
});

describe('the time of an operation', () => {
  test('ends what waits, and what works', async () => {
    const over = { extensions: { code: 'EXECUTION_TIMEOUT' } };
    await expect(new Pace(20).within(new Promise(() => undefined))).rejects.toMatchObject(over);
    const worked = new Pace(30).map(Array.from({ length: 1_000 }), () => {
      const until = performance.now() + 1;
      while (performance.now() < until);
    });
    await expect(worked).rejects.toMatchObject(over);
  });
});
