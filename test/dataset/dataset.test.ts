import { describe, expect, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATHS } from '../../src/paths.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import type { RetiredSeed } from '../../src/seeding/seed-shapes.js';
import { useKobling } from '../support/kobling.js';
import { copySeeds } from '../support/seeds.js';

const seedFolder = await copySeeds<RetiredSeed>('retired.json', (content) => {
  content.retired.push({
    id: 'obligation/nis2/99.1',
    retiredIn: '0.0.1',
    reason: { en: 'Split in two.', da: 'Delt i to.' },
    replacedBy: ['obligation/nis2/20.1', 'obligation/nis2/20.2'],
  });
});
const kobling = useKobling({
  seedFolder,
  file: path.join(mkdtempSync(path.join(tmpdir(), 'kobling-')), 'retired.sqlite'),
});

describe('the dataset', () => {
  test('tells its version, day, licence and the checksum over its seeds', async () => {
    const { data } = await kobling.ask(
      '{ dataset { version releasedOn checksum licence disclaimer da: disclaimer(language: DA) } }',
    );
    const { checksum } = await readSeeds(seedFolder);
    expect(data.dataset).toMatchObject({
      checksum,
      licence: 'CC-BY-4.0',
      releasedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(data.dataset.da).not.toBe(data.dataset.disclaimer);
  });

  test('has another checksum when a seed differs, and the same when none does', async () => {
    const [real, again, changed] = await Promise.all([
      readSeeds(PATHS.seed),
      readSeeds(PATHS.seed),
      readSeeds(seedFolder),
    ]);
    expect(again.checksum).toBe(real.checksum);
    expect(changed.checksum).not.toBe(real.checksum);
  });

  test('counts what the lists hold', async () => {
    const { data } = await kobling.ask(`{
      dataset { counts { provisions obligations measures sectors entityTypes standards clauses mappings unassessed } }
      provisions(first: 0) { totalCount } obligations(first: 0) { totalCount } clauses(first: 0) { totalCount }
      mappings(filter: { derivations: [ASSERTED] }, first: 0) { totalCount } standards { id } sectors { id }
    }`);
    expect(data.dataset.counts).toMatchObject({
      provisions: data.provisions.totalCount,
      obligations: data.obligations.totalCount,
      clauses: data.clauses.totalCount,
      mappings: data.mappings.totalCount,
      standards: data.standards.length,
      sectors: data.sectors.length,
      measures: 10,
      entityTypes: 67,
    });
  });

  test('names every source with its publisher', async () => {
    const { data } = await kobling.ask('{ sources { id title publisher edition licence url note } }');
    expect(data.sources).toContainEqual(
      expect.objectContaining({
        id: 'source/enisa-tig-mapping-1.0',
        publisher: 'ENISA',
        licence: 'CC-BY-4.0',
      }),
    );
    for (const source of data.sources)
      expect(source).toMatchObject({ title: expect.any(String), publisher: expect.any(String) });
  });
});

describe('node', () => {
  test('finds a record of every type by its id', async () => {
    const ids = [
      ['Source', 'source/kobling'],
      ['Instrument', 'instrument/nis2'],
      ['Provision', 'provision/nis2/21.2.d'],
      ['Topic', 'topic/nis2/21.2.c/backup-management'],
      ['Measure', 'measure/nis2/21.2.d'],
      ['Obligation', 'obligation/nis2/23.4.a'],
      ['Sector', 'sector/nis2/I.1'],
      ['Subsector', 'subsector/nis2/I.1.a'],
      ['EntityType', 'entity-type/nis2/I.1.a.1'],
      ['Standard', 'standard/iso27001-2022'],
      ['Clause', 'clause/iso27019-2024/ENR-5.38'],
      ['Mapping', 'mapping/nis2/21.2.c~iso27001-2022/A.8.13'],
      ['Assessment', 'assessment/nis2/27.2~iso27001-2022'],
    ];
    const { data, errors } = await kobling.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids: ids.map(([, id]) => id) },
    );
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual(ids.map(([__typename, id]) => ({ __typename, id })));
  });

  test('answers a retired id with what took its place', async () => {
    const { data } = await kobling.ask(
      '{ node(id: "obligation/nis2/99.1") { __typename ... on Retirement { retiredIn reason(language: DA) replacedBy } } }',
    );
    expect(data.node).toEqual({
      __typename: 'Retirement',
      retiredIn: '0.0.1',
      reason: 'Delt i to.',
      replacedBy: ['obligation/nis2/20.1', 'obligation/nis2/20.2'],
    });
  });

  test('answers null for an id that never was one, hostile ones included', async () => {
    const ids = [
      '',
      'x',
      '__proto__',
      'constructor',
      "'; DROP TABLE retirement; --",
      'obligation/nis2/23.4.a ',
      '\u0000',
    ];
    const { data } = await kobling.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data.nodes).toEqual(ids.map(() => null));
  });

  test('refuses more than 100 ids at once', async () => {
    const { errors } = await kobling.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 101 }, String),
    });
    expect(errors?.[0]?.message).toBe(
      'ids holds 101 ids, but at most 100 are answered at once. Ask in several calls.',
    );
  });
});

describe('the database', () => {
  test('is not asked by nested lists: the release is in memory', async () => {
    const statements = await kobling.countStatements(() =>
      kobling.ask(
        '{ obligations(first: 100) { nodes { topics { id } entityTypes { id } mappings(first: 100) { nodes { clause { standard { id } related { clause { id } } } sources { source { id } } } } coverage(standards: ["standard/iso27001-2022"]) { level } } } }',
      ),
    );
    expect(statements).toBe(0);
  });

  test('is asked once for all ids of a request that the release does not hold', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `obligation/none/${index}`);
    const statements = await kobling.countStatements(() =>
      kobling.ask(
        'query ($ids: [ID!]!) { a: nodes(ids: $ids) { id } b: nodes(ids: $ids) { id } c: node(id: "x") { id } }',
        { ids },
      ),
    );
    expect(statements).toBe(1);
  });
});
