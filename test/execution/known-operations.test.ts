import { beforeAll, describe, expect, test } from '@jest/globals';
import { HeaderMap } from '@apollo/server';
import { getOperationAST, parse } from 'graphql';
import { createContext } from '../../src/context.js';
import { KeptTexts } from '../../src/execution/kept-texts.js';
import { KnownOperations, readAsked, type Answered } from '../../src/execution/known-operations.js';
import { createGraphqlLayer, type GraphqlLayer } from '../../src/graphql-layer.js';
import { createSchema } from '../../src/schema.js';
import { useKobling } from '../support/kobling.js';

const seen: unknown[] = [];
const kobling = useKobling({ logError: (error) => seen.push(error) });
let layer: GraphqlLayer;

beforeAll(async () => {
  layer = await createGraphqlLayer(await createSchema(), (error) => seen.push(error));
});

const request = (body: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: new HeaderMap(Object.entries({ 'content-type': 'application/json', ...headers })),
  search: '',
  body,
});

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const answer = await layer.answer(request({ query, variables }), () =>
    createContext(kobling.release, kobling.database, 'test'),
  );
  if (!Buffer.isBuffer(answer.body)) throw new Error('The answer came in parts.');
  const { data, errors, extensions } = JSON.parse(answer.body.toString()) as {
    data: Record<string, unknown>;
    errors?: { message: string; extensions: { code: string } }[];
    extensions: { cost: object };
  };
  const { status, headers, mayBeKept, outcome } = answer;
  return {
    status,
    headers,
    mayBeKept,
    outcome,
    compiled: outcome.compiled === true,
    data,
    errors,
    extensions,
  };
}

const STANDARDS = ['standard/iso27001-2022'];

describe('an operation that was answered before', () => {
  test.each([
    [
      'one obligation',
      'query ($id: ID!, $language: Language) { obligation(id: $id) { title(language: $language) mappings(first: 5) { nodes { rationale(language: $language) } } } }',
      [
        { id: 'obligation/nis2/20.1' },
        { id: 'obligation/nis2/21.1', language: 'DA' },
        { id: 'obligation/nis2/none' },
      ],
    ],
    [
      'a page',
      'query ($first: Int) { obligations(first: $first) { totalCount nodes { id title } } }',
      [{ first: 2 }, { first: 3 }, {}],
    ],
    [
      'coverage',
      'query ($standards: [ID!]!) { coverage(standards: $standards) { full obligations { level remainder } } }',
      [{ standards: STANDARDS }, { standards: ['standard/iso22301-2019'] }],
    ],
    [
      'a search, which waits for the database',
      'query ($text: String!) { search(text: $text) { nodes { excerpt node { __typename id } } } }',
      [{ text: 'backup' }, { text: 'leverandør' }],
    ],
    [
      'what a caller says of itself, which is not kept',
      'query ($references: [String!]!) { resolve(references: $references) { reference node { id } } }',
      [{ references: ['A.5.19'] }, { references: ['A.8.24'] }],
    ],
  ])('is compiled: %s', async (_, query, [first = {}, ...others]) => {
    const before = await ask(query, first);
    expect([before.compiled, before.errors]).toEqual([false, undefined]);
    const again = await ask(query, first);
    expect(again).toEqual({
      ...before,
      compiled: true,
      outcome: { ...before.outcome, compiled: true },
      headers: again.headers,
    });
    expect(again.headers['content-type']).toBe(before.headers['content-type']);
    for (const variables of others) {
      const answer = await ask(query, variables);
      expect([answer.compiled, answer.status]).toEqual([true, 200]);
      expect(answer.data).not.toEqual(before.data);
    }
  });

  test('is told its cost by its own variables, and refused where that is too much', async () => {
    const query =
      'query ($n: Int) { obligations(first: $n) { nodes { mappings(first: $n) { nodes { id } } } } }';
    const costs = [];
    for (const n of [2, 3]) costs.push((await ask(query, { n })).extensions.cost);
    expect(costs).toEqual([
      { depth: 5, aliases: 0, nodes: expect.any(Number) },
      { depth: 5, aliases: 0, nodes: expect.any(Number) },
    ]);
    expect(costs[0]).not.toEqual(costs[1]);
    const { compiled, errors } = await ask(query, { n: 100 });
    expect([compiled, errors?.[0]?.extensions.code]).toEqual([false, 'QUERY_TOO_LARGE']);
    const long = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    await ask(long, { ids: ['measure/nis2/21.2.a'] });
    expect((await ask(long, { ids: Array(1_001).fill('x') })).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  test.each([
    ['an unknown id', { standards: ['standard/none'] }, 'BAD_USER_INPUT'],
    ['a value of another type', { standards: 7.5 }, 'BAD_USER_INPUT'],
    ['a variable that is missing', {}, 'BAD_USER_INPUT'],
  ])('is left to Apollo with %s', async (_, variables, code) => {
    const query = 'query ($standards: [ID!]!) { coverage(standards: $standards) { total } }';
    await ask(query, { standards: STANDARDS });
    const { compiled, errors } = await ask(query, variables);
    expect([compiled, errors?.[0]?.extensions.code]).toEqual([false, code]);
  });

  test('with a bug in it is masked as ever, and the process lives', async () => {
    const query = 'query ($id: ID!) { provision(id: $id) { citation eli } }';
    const [first, second] = ['provision/nis2/20.1', 'provision/nis2/20.2'];
    expect((await ask(query, { id: first })).errors).toBeUndefined();
    const { provisions } = kobling.release.law;
    const broken = Object.create(provisions.linked(second), {
      eli: {
        get: () => {
          throw new Error('secret/path.ts broke');
        },
      },
    }) as ReturnType<typeof provisions.linked>;
    const get = provisions.get.bind(provisions);
    provisions.get = (id) => (id === second ? broken : get(id));
    try {
      const { compiled, data, errors } = await ask(query, { id: second });
      expect([compiled, data]).toEqual([false, { provision: { citation: 'Article 20(2)', eli: null } }]);
      expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      expect(String(seen.at(-1))).toContain('secret/path.ts broke');
    } finally {
      provisions.get = get;
    }
    expect((await ask(query, { id: second })).compiled).toBe(true);
  });

  test('that reads the schema is left to graphql-js', async () => {
    const query = '{ __schema { queryType { name } } }';
    for (const repeat of [1, 2]) {
      const { compiled, data } = await ask(query);
      expect([repeat, compiled, data]).toEqual([
        repeat,
        false,
        { __schema: { queryType: { name: 'Query' } } },
      ]);
    }
  });

  test('is another one under another name, header or extension, and none by GET or with a body of another shape', () => {
    const body = {
      query: 'query A { dataset { version } } query B { dataset { checksum } }',
      operationName: 'A',
    };
    const frames = [
      request(body),
      request({ ...body, operationName: 'B' }),
      request({ ...body, extensions: { a: 1 } }),
      request(body, { accept: 'application/graphql-response+json' }),
    ].map((one) => readAsked(one)?.frame);
    expect(new Set(frames).size).toBe(4);
    expect(frames).not.toContain(undefined);
    expect(readAsked({ ...request(body), method: 'GET' })).toBeNull();
    expect(readAsked(request([body]))).toBeNull();
    expect(readAsked(request({ ...body, variables: 7 }))).toBeNull();
  });
});

describe('memory', () => {
  test('holds so many operations and no more, the latest', async () => {
    const known = new KnownOperations<Answered>(await createSchema());
    const document = parse('{ dataset { version } }');
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The document has no operation.');
    for (let n = 0; n < 2_000; n += 1) known.learn(`${n}`, { document, operation });
    expect([known.find('0'), known.find('1999')?.answered.document]).toEqual([undefined, document]);
    for (let n = 0; n < 100; n += 1) known.learn(`${n}${'x'.repeat(90_000)}`, { document, operation });
    expect(known.find('1999')).toBeUndefined();
  });

  test('of what objects answered is given up as a whole when it is full', () => {
    const kept = new KeptTexts(10_000);
    const object = {};
    const texts = kept.on('title');
    kept.keep(texts, object, 'x'.repeat(5_000));
    expect(kept.on('title').get(object)).toHaveLength(5_000);
    kept.keep(texts, {}, 'x'.repeat(6_000));
    expect(kept.on('title').get(object)).toBeUndefined();
    for (let n = 0; n < 1_000; n += 1) {
      kept.keep(kept.on(`question ${n}`), {}, 'x'.repeat(100));
      expect(kept.size).toBeLessThanOrEqual(10_000);
    }
  });
});
