import { describe, expect, test } from '@jest/globals';
import { PATHS } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const open = useKobling({ graphiqlFolder: PATHS.graphiql });
const listed = useKobling({
  server: { corsOrigins: ['https://grc.example', 'https://other.example'] },
});
const QUERY = '?query=%7Bdataset%7Bversion%7D%7D';
const READS = { 'apollo-require-preflight': 'true' };

describe('every answer', () => {
  test.each<[string, string, RequestInit]>([
    ['of GraphQL', `/graphql${QUERY}`, { headers: READS }],
    ['of GraphQL to a wrong question', '/graphql?query=%7B', { headers: READS }],
    ['that refuses', '/graphql', { method: 'POST', headers: { 'content-encoding': 'gzip' }, body: 'x' }],
    ['of the page', '/graphql', { headers: { accept: 'text/html' } }],
    ['that leads to the page', '/', { redirect: 'manual' }],
    ['about its life', '/livez', {}],
    ['about nothing', '/nowhere', {}],
    ['before a question', '/graphql', { method: 'OPTIONS' }],
  ])('%s is not guessed at, not framed, not traced to a product, and has an id', async (_, path, init) => {
    const { headers } = await fetch(new URL(path, open.url), init);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  test('that is a page allows no script in it, and no frame around it', async () => {
    const { headers } = await fetch(open.url, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe/);
  });
});

describe('pages of other origins', () => {
  const askFrom = async (url: string, origin: string, init: RequestInit = { headers: READS }) => {
    const { headers } = await fetch(url, { ...init, headers: { ...init.headers, origin } });
    return [headers.get('access-control-allow-origin'), headers.get('vary') ?? ''] as const;
  };

  test('may read by default, all of them', async () => {
    expect((await askFrom(`${open.url}${QUERY}`, 'https://any.example'))[0]).toBe('*');
  });

  test.each([
    ['an answer', QUERY, { headers: READS }],
    ['a preflight', '', { method: 'OPTIONS' }],
    ['a refusal', '?query=%7B', { headers: READS }],
  ])('may read %s only if they are listed, where a list is set', async (_, search, init: RequestInit) => {
    const url = `${listed.url}${search}`;
    for (const origin of ['https://grc.example', 'https://other.example'])
      expect((await askFrom(url, origin, init))[0]).toBe(origin);
    const [allowed, vary] = await askFrom(url, 'https://stranger.example', init);
    expect(allowed).not.toBe('https://stranger.example');
    expect(allowed).not.toBe('*');
    // Otherwise a cache in front would hand the one origin's answer to the other.
    expect(vary).toContain('origin');
  });
});
