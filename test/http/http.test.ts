import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';

const seen: unknown[] = [];
const kobling = useKobling({ logError: (error) => seen.push(error) });
const JSON_TYPE = { 'content-type': 'application/json' };

const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
  fetch(kobling.url, { method: 'POST', headers, body });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('the HTTP edge', () => {
  test('answers a query by GET without any header, as a cache in front and a person with curl send it', async () => {
    const url = `${kobling.url}?query=${encodeURIComponent('{ dataset { version } }')}`;
    const answered = await fetch(url);
    expect(answered.status).toBe(200);
    expect(answered.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['a body that is no JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['a query that does not parse', JSON.stringify({ query: '{ dataset {' }), 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'a field that does not exist',
      JSON.stringify({ query: '{ datasets { version } }' }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable of the wrong type',
      JSON.stringify({
        query: 'query ($n: Int) { obligations(first: $n) { totalCount } }',
        variables: { n: 'x' },
      }),
      400,
      'BAD_USER_INPUT',
    ],
    ['a body of another type', JSON.stringify('hello'), 400, 'BAD_REQUEST'],
  ])('refuses %s with a code', async (_name, body, status, code) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  test('refuses a body over 100 KB and goes on serving', async () => {
    const large = JSON.stringify({ query: `{ dataset { version } } #${'x'.repeat(200_000)}` });
    const response = await post(large);
    expect([response.status, await codeOf(response)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect((await kobling.ask('{ dataset { version } }')).status).toBe(200);
  });

  test('refuses a document of more than 2,000 tokens', async () => {
    const response = await post(JSON.stringify({ query: `{ ${'dataset { version } '.repeat(800)} }` }));
    expect([response.status, await codeOf(response)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });

  test('says where to look at any other address', async () => {
    const response = await fetch(new URL('/graphqlx', kobling.url));
    expect([response.status, await codeOf(response)]).toEqual([404, 'NOT_FOUND']);
  });

  test('leads who comes without an address to GraphQL', async () => {
    const response = await fetch(new URL('/', kobling.url), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([307, '/graphql']);
  });

  test('suggests the field that was meant, and never shows a stack', async () => {
    const response = await post(JSON.stringify({ query: '{ obligation(id: "x") { titel } }' }));
    const text = await response.text();
    expect(text).toContain('Did you mean \\"title\\"');
    expect(text).not.toMatch(/stacktrace|node_modules|\.ts:\d/);
  });

  test('masks a bug: the caller learns that there was one, the log learns the rest', async () => {
    const { release } = kobling;
    const provision = release.law.provisions.linked('provision/nis2/20.1');
    const { citationText } = provision;
    Object.defineProperty(Object.getPrototypeOf(provision), 'eli', {
      configurable: true,
      get: () => {
        throw new Error('secret/path.ts broke');
      },
    });
    const instead = Object.create(Object.getPrototypeOf(provision) as object, {
      citationText: { value: citationText },
    }) as typeof provision;
    const get = release.law.provisions.get.bind(release.law.provisions);
    release.law.provisions.get = (id) => (id === provision.id ? instead : get(id));
    try {
      const { data, errors } = await kobling.ask('{ provision(id: "provision/nis2/20.1") { citation eli } }');
      expect(data).toEqual({ provision: { citation: 'Article 20(1)', eli: null } });
      expect(errors).toEqual([
        {
          message: 'Something went wrong on our side.',
          path: ['provision', 'eli'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ]);
      expect(String(seen.at(-1))).toContain('secret/path.ts broke');
    } finally {
      release.law.provisions.get = get;
      Reflect.deleteProperty(Object.getPrototypeOf(provision) as object, 'eli');
    }
  });
});
