import { describe, expect, test } from '@jest/globals';
import 'reflect-metadata';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { ENTITIES } from '../../src/entities.js';
import { PATHS } from '../../src/paths.js';
import { loadRelease } from '../../src/release.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';
import type { MappingsSeed, ReleaseSeed } from '../../src/seeding/seed-shapes.js';
import { copySeeds } from '../support/seeds.js';

const newFile = async () =>
  path.join(await mkdtemp(path.join(tmpdir(), 'kobling-db-')), 'deep', 'kobling.sqlite');
const seed = (file: string, seedFolder = PATHS.seed) =>
  ensureDatabase({ file, seedFolder, schemaFolder: PATHS.seedSchemas, openDatabase: createDataSource });

async function contentOf(file: string): Promise<unknown> {
  const database = await createDataSource(file).initialize();
  const tables = await Promise.all(
    ENTITIES.map(async (entity) => [entity.name, await database.manager.find<object>(entity)]),
  );
  await database.destroy();
  return tables;
}

describe('seeding', () => {
  test('builds a missing database and leaves one of the same release alone', async () => {
    const file = await newFile();
    expect(await seed(file)).toBe('seeded');
    const { mtimeMs, ino } = await stat(file);
    expect(await seed(file)).toBe('unchanged');
    expect(await stat(file)).toMatchObject({ mtimeMs, ino });
  });

  test('gives the same content from the same seeds', async () => {
    const [one, two] = await Promise.all([newFile(), newFile()]);
    await Promise.all([seed(one), seed(two)]);
    expect(await contentOf(one)).toEqual(await contentOf(two));
  });

  test('takes over when the release differs', async () => {
    const file = await newFile();
    await seed(file);
    const folder = await copySeeds<ReleaseSeed>('release.json', (release) => (release.version = '9.9.9'));
    expect(await seed(file, folder)).toBe('seeded');
    const database = await createDataSource(file).initialize();
    expect((await loadRelease(database)).dataset.version).toBe('9.9.9');
    await database.destroy();
  });

  test('writes nothing if anything is wrong, and leaves no trace', async () => {
    const file = await newFile();
    await seed(file);
    const before = await readFile(file);
    const broken = await copySeeds<MappingsSeed>(
      'mappings/nis2--iso22301-2019.json',
      (content) => (content.standard = 'iso22301-2091'),
    );
    await expect(seed(file, broken)).rejects.toThrow(/nothing was written/);
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(await readdir(path.dirname(file))).toEqual(['kobling.sqlite']);
  });

  test('by eight at once ends with one whole release', async () => {
    const file = await newFile();
    await Promise.all(Array.from({ length: 8 }, () => seed(file)));
    expect(await readdir(path.dirname(file))).toEqual(['kobling.sqlite']);
    expect(await seed(file)).toBe('unchanged');
  });
});

describe('a release', () => {
  test('cannot be changed once it is loaded', async () => {
    const file = await newFile();
    await seed(file);
    const database = await createDataSource(file).initialize();
    const release = await loadRelease(database);
    await database.destroy();
    expect(() => {
      release.law.obligations.linked('obligation/nis2/20.1').titleText = { en: 'x' };
    }).toThrow(TypeError);
    expect(() => Object.assign(release, { dataset: null })).toThrow(TypeError);
  });
});
