import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ts from 'typescript';
import type { Engine } from '../../src/engine.js';
import { ROOT } from '../../src/paths.js';
import { createPostgresEngine } from '../../src/postgres-engine.js';
import { foldText } from '../../src/search/fold.js';
import { SearchText } from '../../src/search/search-text.entity.js';
import type { KoblingServer } from '../../src/server.js';
import { QUERY } from '../search/search-client.js';
import { useKobling } from '../support/kobling.js';
import { OPERATIONS } from '../support/operations.js';
import { PostgresServer } from '../support/postgres.js';
import { post, serve } from '../support/serve.js';

const embedded = useKobling();
let postgres: PostgresServer;
let engine: Engine;
let other: KoblingServer & { url: string };

beforeAll(async () => {
  postgres = await PostgresServer.start();
  engine = createPostgresEngine({
    primary: await postgres.createDatabase('same_answers'),
    replicas: [],
    log: console.error,
  });
  expect(await engine.ensure()).toBe('seeded');
  other = await serve({ database: await engine.open() });
});

afterAll(async () => {
  await other.stop();
  await engine.close();
  await postgres.remove();
});

/** What both engines answer, which is the same to the last byte. */
async function askBoth(query: string, variables: object = {}): Promise<string> {
  const one = await post(new URL(embedded.url).origin, query, variables);
  let two = await post(other.url, query, variables);
  // A machine that is busy with other tests may let the server answer late.
  for (let tries = 0; tries < 20 && two.body.includes('DATABASE_UNAVAILABLE'); tries += 1) {
    await sleep(500);
    two = await post(other.url, query, variables);
  }
  if (two.body !== one.body)
    throw new Error(`${JSON.stringify(variables)}: ${firstDifference(one.body, two.body)}`);
  expect(two.status).toBe(one.status);
  return one.body;
}

/** Answers are long; what is told is where they part. */
function firstDifference(one: string, two: string): string {
  const at = [...one].findIndex((sign, index) => sign !== two[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 80);
  return `embedded ...${around(one)}... PostgreSQL ...${around(two)}...`;
}

describe('PostgreSQL and the embedded database', () => {
  test.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    'answer %s alike, in both languages',
    async (_, { query, variables }) => {
      expect(await askBoth(query, variables)).not.toContain('"errors"');
      if ('language' in variables)
        await askBoth(query, { ...variables, language: variables.language === 'DA' ? 'EN' : 'DA' });
    },
  );

  test.each([
    [
      'edges, and what follows from them',
      '{ mappings(first: 100) { totalCount nodes { id inheritedFrom { id } } } }',
    ],
    ['links between clauses', '{ clauses(first: 100) { nodes { id related { link clause { id } } } } }'],
    ['what releases held', '{ datasetReleases { version } }'],
    ['what changed', '{ datasetDiff(from: "0.1.0") { changes(first: 100) { nodes { id } } } }'],
    ['what never was', '{ nodes(ids: ["x", "\\u0000", "mapping/\\ud800", "%", "\'"]) { id } }'],
  ])('answer alike: %s', async (_, query) => {
    await askBoth(query);
  });

  test('tell of the same retired ids', async () => {
    const { retired } = JSON.parse(readFileSync(path.join(ROOT, 'seed/retired.json'), 'utf8')) as {
      retired: { id: string }[];
    };
    const answer = await askBoth(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Retirement { reason } } }',
      { ids: retired.map(({ id }) => id) },
    );
    expect(answer.split('"Retirement"')).toHaveLength(retired.length + 1);
  });
});

const RESULTS = '{ totalCount nodes { excerpt node { id } } pageInfo { endCursor } }';
const IN_ALL_LANGUAGES = `query ($text: String!) {
  both: search(text: $text, first: 30) ${RESULTS}
  english: search(text: $text, language: EN, first: 30) ${RESULTS}
  danish: search(text: $text, language: DA, first: 30) ${RESULTS}
}`;

describe('a search', () => {
  /** Whatever the tests of search look for, or expect: all their strings. */
  const texts = [...new Set(readdirSync(path.join(ROOT, 'test/search')).flatMap(stringsIn))].filter(
    (text) => text.trim() !== '' && [...text].length <= 200,
  );

  test('finds the same with both, in the same order, with the same excerpts: all that the tests look for', async () => {
    expect(texts.length).toBeGreaterThan(150);
    let found = 0;
    for (const text of texts) {
      const body = await askBoth(IN_ALL_LANGUAGES, { text });
      expect(body).not.toContain('"errors"');
      if (/"totalCount":[1-9]/.test(body)) found += 1;
    }
    expect(found).toBeGreaterThan(100);
  });

  test('finds the same with both: words, beginnings and phrases of any text', async () => {
    const rows = await embedded.database.manager.find(SearchText);
    const anyPart = fc.constantFrom(...rows.flatMap((row) => row.texts)).chain((text) => {
      const words = foldText(text);
      return fc
        .tuple(fc.nat(Math.max(0, words.length - 1)), fc.integer({ min: 1, max: 4 }))
        .map(([start, length]) => words.slice(start, start + length));
    });
    const query = fc
      .array(fc.tuple(anyPart, fc.constantFrom('words', 'phrase', 'begin')), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.map(([words, how]) => write(words, how)).join(' '));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        fc.pre(text.trim() !== '' && [...text].length <= 200);
        if (!(await askBoth(QUERY, { text, first: 20 })).includes('"totalCount":0')) found += 1;
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(25);
  });

  test('takes any text at all without failing', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        'ﷺ'.repeat(200),
        "'",
        "''",
        "' | '",
        'a:*',
        '!a',
        'a <-> b',
        '\\',
        "\\'",
        '½'.repeat(200),
      ),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        fc.pre(text.trim() !== '' && [...text].length <= 200);
        expect(await askBoth(QUERY, { text, first: 3 })).not.toContain('"errors"');
      }),
      { numRuns: 100 },
    );
  });

  function write(words: string[], how: string): string {
    if (how === 'phrase') return `"${words.join(' ')}"`;
    const text = words.join(' ');
    return how === 'begin' ? text.slice(0, Math.max(3, text.length - 2)) : text;
  }
});

function stringsIn(file: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true);
  scanner.setText(readFileSync(path.join(ROOT, 'test/search', file), 'utf8'));
  const strings: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan())
    if (token === ts.SyntaxKind.StringLiteral) strings.push(scanner.getTokenValue());
  return strings;
}
