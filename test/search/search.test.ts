import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { PATHS } from '../../src/paths.js';
import { loadRelease } from '../../src/release.js';
import { SearchText } from '../../src/search/search-text.entity.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';
import type { MeasuresSeed } from '../../src/seeding/seed-shapes.js';
import { useKobling } from '../support/kobling.js';
import { copySeeds } from '../support/seeds.js';
import { idsOf, QUERY, searchOf } from './search-client.js';

const kobling = useKobling();
const { ask, search } = searchOf(kobling);

describe('search', () => {
  test('makes no difference of case, accents, æ ø å or ae oe aa, and hyphens', async () => {
    const spellings = [
      ['leverandør', 'LEVERANDØR', 'leverandoer', 'Leverandœr', 'leverandör', 'leverando\u0308r'],
      ['håndtering', 'haandtering', 'HAANDTERING', 'ha\u030Andtering'],
      ['forsyningskæde', 'forsyningskaede'],
      ['multi-factor', 'multifactor', 'Multi\u2010Factor'],
      ['ø', 'oe', 'Ø'],
    ];
    for (const [first = '', ...others] of spellings) {
      const found = await search(first, { first: 100 });
      expect(found.totalCount).toBeGreaterThan(3);
      for (const other of others) expect(idsOf(await search(other, { first: 100 }))).toEqual(idsOf(found));
    }
  });

  test('finds the beginning of a word, but numbers and quoted words only whole', async () => {
    expect(idsOf(await search('cryptogr', { first: 100 }))).toContain('clause/iso27001-2022/A.8.24');
    expect(idsOf(await search('A.8.1', { first: 100 }))).not.toContain('clause/iso27001-2022/A.8.13');
    expect((await search('"cryptogr"')).totalCount).toBe(0);
    const [open, whole] = [await search('incident'), await search('"incident"')];
    expect(whole.totalCount).toBeGreaterThan(0);
    expect(whole.totalCount).toBeLessThan(open.totalCount);
  });

  test('finds words in any order, a phrase only in its own', async () => {
    const [one, other] = [await search('backup management'), await search('management backup')];
    expect(other.totalCount).toBe(one.totalCount);
    const phrase = await search('"backup management"');
    expect(idsOf(phrase)).toContain('topic/nis2/21.2.c/backup-management');
    expect(phrase.totalCount).toBeLessThan(one.totalCount);
    expect((await search('"management backup"')).totalCount).toBe(0);
    expect((await search('“Backup-Management”')).totalCount).toBe(phrase.totalCount);
  });

  test('finds nothing that lacks one of the words', async () => {
    expect(await search('backup xylophone')).toEqual({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    });
  });

  test('leaves out words that tell nothing, unless there are no others or they are quoted', async () => {
    const found = await search('the security of networks');
    expect(idsOf(found)).toEqual(idsOf(await search('security networks')));
    expect((await search('the')).totalCount).toBeGreaterThan(100);
    expect((await search('"security of networks"')).totalCount).toBeLessThan(found.totalCount);
  });

  test('looks in the language asked for, and in both otherwise', async () => {
    expect((await search('forsyningskæde', { language: 'EN' })).totalCount).toBe(0);
    expect((await search('supply chain', { language: 'DA' })).totalCount).toBeLessThan(5);
    const danish = await search('Backup', { language: 'DA' });
    expect(danish.nodes.find(({ node }) => node.id === 'clause/iso27001-2022/A.8.13')?.excerpt).toBe(
      '**Backup** af information',
    );
    const both = await search('A.8.13');
    expect(both.nodes[0]?.excerpt).toBe('ISO/IEC 27001:2022, **A.8.13**');
    expect((await search('backup')).nodes[0]?.excerpt).toBe('**Backup** management');
  });

  test('serves a text that has no Danish in English', async () => {
    const { nodes } = await search('ReCyF', { language: 'DA' });
    const untranslated = kobling.release.sources.all.find(({ title }) => title.startsWith('ReCyF'));
    expect(nodes.map(({ node }) => node.id)).toContain(untranslated?.id);
  });

  test('finds something of every type that has an id', async () => {
    const { data } = await kobling.ask('{ __type(name: "Node") { possibleTypes { name } } }');
    const types = (data.__type.possibleTypes as { name: string }[]).map(({ name }) => name);
    const texts = await kobling.database.manager.find(SearchText);
    const found = new Set(texts.map(({ nodeId }) => kobling.release.node(nodeId)?.constructor.name));
    // What an id was retired for is asked by that id.
    expect([...found].sort()).toEqual(types.filter((name) => name !== 'Retirement').sort());
  });

  test('finds the text of an inherited edge once, at the edge it comes from', async () => {
    const { nodes } = await search('backup', { first: 100 });
    const mappings = nodes.filter(({ node }) => node.__typename === 'Mapping');
    expect(mappings.length).toBeGreaterThan(5);
    for (const { node } of mappings)
      expect(kobling.release.mappings.mappings.get(node.id)?.inheritedFrom).toBeNull();
  });
});

describe('signs', () => {
  test.each([
    ['backup AND recovery', 'recovery backup'],
    ['title:backup', 'title backup'],
    ['names:backup', 'names backup'],
    ['backup*', 'backup'],
    ['^backup', 'backup'],
    ['-backup', 'backup'],
    ['+backup', 'backup'],
    ['(backup', 'backup'],
    ['"backup', 'backup'],
    ["backup' OR true --", 'backup OR true'],
    ['%backup%', 'backup'],
    ['back_up', 'back up'],
    ['\\backup\\', 'backup'],
    ['{names}: backup', 'names backup'],
    ['backup\u0000', 'backup'],
    ['😀backup', 'backup'],
    ['\u202ebackup', 'backup'],
  ])('mean nothing: %j is searched like %j', async (text, same) => {
    expect(idsOf(await search(text))).toEqual(idsOf(await search(same)));
  });

  test.each([
    'NOT backup',
    'backup NOT restore',
    'backup OR xylophone',
    'NEAR(backup, 5)',
    'backup NEAR/2 xylophone',
  ])('make no operator of a word: %s', async (text) => {
    const { nodes, totalCount } = await search(text);
    for (const { node } of nodes) expect(await wordsAt(node.id)).toMatch(/backup/i);
    expect(totalCount).toBeLessThan((await search('backup')).totalCount);
  });

  const wordsAt = async (nodeId: string) =>
    JSON.stringify(await kobling.database.manager.findBy(SearchText, { nodeId }));

  test.each(['"', '""', "'", '*', '%', '_', '\\', '😀', '\u0000', '\ud800', '( ) : ^ - +', '؟', '…'])(
    'alone find nothing: %j',
    async (text) => {
      expect((await search(text)).totalCount).toBe(0);
    },
  );

  test('never make it fail, nor does any other text of up to 200 characters', async () => {
    const word = fc.constantFrom(
      'backup',
      'NOT',
      'NEAR(',
      '"',
      "'",
      '*',
      'names:',
      '^',
      'ø',
      'A.5.19',
      ' ',
      '-',
      '\u0000',
      '{',
      '}',
      ')',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      fc.string({ unit: word, minLength: 1, maxLength: 25 }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        fc.pre(text.trim() !== '' && [...text].length <= 200);
        const { nodes, totalCount } = await search(text, { first: 3 });
        expect(nodes.length).toBe(Math.min(3, totalCount));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'ab '.repeat(66),
    'a'.repeat(200),
    Array.from({ length: 70 }, (_, index) => index)
      .join(' ')
      .slice(0, 200),
    '"'.repeat(200),
    'æøå'.repeat(66),
    'MFA '.repeat(50),
    'שלום עולם '.repeat(20),
  ])('or length make it fail: %j', async (text) => {
    expect((await search(text)).totalCount).toBeGreaterThanOrEqual(0);
  });
});

describe('what is asked wrongly', () => {
  test.each([
    ['', {}, 'text is blank', 'text'],
    [' \t\n\u00a0', {}, 'text is blank', 'text'],
    ['x'.repeat(201), {}, 'text has 201 characters, but at most 200', 'text'],
    ['backup', { first: -1 }, 'first is -1', 'first'],
    ['backup', { first: 101 }, 'a page holds at most 100', 'first'],
    ['backup', { after: 'x' }, 'after is not a cursor of this list', 'after'],
  ])('is said: %j %j', async (text, rest, message, argument) => {
    const { errors } = await ask(text, rest);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test('counts characters, not what they are stored in', async () => {
    expect((await search('😀'.repeat(200))).totalCount).toBe(0);
  });
});

describe('the database', () => {
  test.each([
    ['backup', 2],
    ['xylophone', 1],
    ['?', 0],
  ])('is asked for %s with %i statements', async (text, statements) => {
    // A page size nobody asked for before: an exact repeat would not be asked of the database at all.
    expect(await kobling.countStatements(() => search(text, { first: 97 }))).toBe(statements);
  });
});

describe('a request', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kobling-search-')), 'kobling.sqlite');
  const older = useKobling({ file });

  test('is answered by the release in memory, also when the file holds another by now', async () => {
    const seedFolder = await copySeeds<MeasuresSeed>('law/nis2/measures.json', ({ measures }) => {
      for (const { title } of measures) title.en += ' with a xylophone';
    });
    const question = { text: 'xylophone' };
    expect((await older.ask(QUERY, question)).data.search.totalCount).toBe(0);
    const before = await older.ask(QUERY, { text: 'incident handling' });
    const seeding = { file, seedFolder, schemaFolder: PATHS.seedSchemas, openDatabase: createDataSource };
    expect(await ensureDatabase(seeding)).toBe('seeded');
    expect((await older.ask(QUERY, question)).data.search.totalCount).toBe(0);
    expect(await older.ask(QUERY, { text: 'incident handling' })).toEqual(before);

    const newer = await createDataSource(file).initialize();
    const release = await loadRelease(newer);
    expect(release.law.measures.all[0]?.titleText.en).toContain('xylophone');
    const texts = await newer.manager.find(SearchText);
    expect(texts.filter((row) => row.texts[0]?.includes('xylophone')).length).toBeGreaterThanOrEqual(10);
    await newer.destroy();
  });
});
