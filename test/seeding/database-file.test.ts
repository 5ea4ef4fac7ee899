import { beforeAll, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { openDatabase } from '../../src/open-database.js';
import { PATHS } from '../../src/paths.js';
import { loadRelease } from '../../src/release.js';
import { judge } from '../../src/seeding/database-file.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';

let clean: Buffer;
let file: string;

const newFile = async () => path.join(await mkdtemp(path.join(tmpdir(), 'kobling-file-')), 'kobling.sqlite');
const seed = (target: string) =>
  ensureDatabase({
    file: target,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });

beforeAll(async () => {
  file = await newFile();
  await seed(file);
  clean = await readFile(file);
});

/** The clean file with one bit flipped in the byte at `position`. */
function flipped(position: number): Buffer {
  const bytes = Buffer.from(clean);
  bytes.writeUInt8(bytes.readUInt8(position) ^ 4, position);
  return bytes;
}

/** The clean file with another letter wherever a measure is called so: one bit each, and nothing else is amiss. */
const reworded = () =>
  Buffer.from(clean.toString('latin1').replaceAll('cyber hygiene', 'cyber hygienm'), 'latin1');

async function measureTitles(database = openDatabase(file)): Promise<string[]> {
  const { law } = await loadRelease(await database);
  return law.measures.all.map(({ titleText }) => titleText.en);
}

describe('a damaged database', () => {
  const damages: [string, () => Buffer][] = [
    ['with a bit flipped in a text', () => flipped(clean.indexOf('cyber hygiene'))],
    ['with a bit flipped in its last page', () => flipped(clean.length - 200)],
    ['with a bit flipped in the mark of its header', () => flipped(68)],
    ['with a bit flipped in its seal', () => flipped(clean.length - 1)],
    ['that lost its end', () => clean.subarray(0, 1_000_000)],
    ['that is only a header', () => clean.subarray(0, 100)],
    ['that grew', () => Buffer.concat([clean, Buffer.from('x')])],
  ];

  test.each(damages)('%s is not served', async (_, damage) => {
    await writeFile(file, damage());
    await expect(openDatabase(file)).rejects.toThrow(
      `DATABASE_FILE: ${file} is damaged: its content is not what was sealed. \`npm run seed\` builds it anew.`,
    );
    await writeFile(file, clean);
  });

  test('is built anew by seeding, and then the same to the last byte', async () => {
    await writeFile(file, reworded());
    expect(await seed(file)).toBe('mended');
    expect((await readFile(file)).equals(clean)).toBe(true);
    expect(await seed(file)).toBe('unchanged');
  });

  test('would be served without the seal: the engine finds nothing wrong with a flipped letter', async () => {
    const other = await newFile();
    await writeFile(other, reworded());
    const database = createDataSource(other).initialize();
    expect(await (await database).query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await measureTitles(database)).toContainEqual(expect.stringContaining('cyber hygienm'));
    await (await database).destroy();
  });

  test('found while serving changes nothing: what answers is apart from the file', async () => {
    const database = await openDatabase(file);
    await writeFile(file, reworded());
    expect(await measureTitles(Promise.resolve(database))).toContainEqual(
      expect.stringContaining('cyber hygiene'),
    );
    await database.destroy();
    await writeFile(file, clean);
  });
});

describe('what is not ours', () => {
  test.each<[string, (target: string) => Promise<unknown>]>([
    ['a text', (target) => writeFile(target, 'Dear diary')],
    [
      "another program's database",
      async (target) => {
        await mkdir(path.dirname(target), { recursive: true });
        new Sqlite(target).exec('CREATE TABLE dataset (checksum, layout); CREATE TABLE diary (day)').close();
      },
    ],
  ])('%s is refused and left as it is', async (_, write) => {
    const foreign = await newFile();
    await write(foreign);
    const before = await readFile(foreign);
    const refusal = `DATABASE_FILE: ${foreign} is not a database of Kobling and is left as it is. Move it away, or name another file.`;
    await expect(seed(foreign)).rejects.toThrow(refusal);
    await expect(openDatabase(foreign)).rejects.toThrow(refusal);
    expect((await readFile(foreign)).equals(before)).toBe(true);
  });

  test('a folder is refused', async () => {
    const folder = path.dirname(await newFile());
    await expect(seed(folder)).rejects.toThrow(
      `DATABASE_FILE: ${folder} is not a file. Name a file, or one to be made.`,
    );
  });

  test('a database of a newer format is refused and left as it is', async () => {
    const newer = await newFile();
    await writeFile(newer, clean);
    new Sqlite(newer).exec('PRAGMA user_version = 2').close();
    const refusal = `DATABASE_FILE: ${newer} was written by a newer Kobling, whose format this one does not know. Start that one, or name another file.`;
    const before = await readFile(newer);
    await expect(seed(newer)).rejects.toThrow(refusal);
    await expect(openDatabase(newer)).rejects.toThrow(refusal);
    expect((await readFile(newer)).equals(before)).toBe(true);
  });
});

describe('what may be replaced', () => {
  test('is an empty file, and a database from before there was a seal', async () => {
    const target = await newFile();
    await writeFile(target, '');
    await expect(openDatabase(target)).rejects.toThrow('is missing or empty');
    expect(await seed(target)).toBe('seeded');

    const standing = judge(await readFile(target));
    if (standing.is !== 'whole') throw new Error('A seeded file is whole.');
    await writeFile(target, standing.content);
    new Sqlite(target).exec('PRAGMA application_id = 0; PRAGMA user_version = 0').close();
    expect(await seed(target)).toBe('seeded');
    expect(await seed(target)).toBe('unchanged');
  });

  test('is what a killed builder left, never what a living one is at', async () => {
    const target = await newFile();
    await writeFile(target, clean);
    const folder = path.dirname(target);
    const aside = (host: string, pid: number, ending = '') =>
      `kobling.sqlite.${host}.${pid}.00000000-0000-4000-8000-000000000000.tmp${ending}`;
    // Process 1 lives as long as the machine; no process has a number as high as 2 to the power of 30.
    const kept = [
      aside(hostname(), 1),
      aside('another-machine', 7),
      'kobling.sqlite.backup',
      'kobling.sqlite.my.tmp',
    ];
    const gone = [
      aside(hostname(), 2 ** 30),
      aside(hostname(), 2 ** 30, '-journal'),
      aside(hostname(), process.pid),
    ];
    const forgotten = aside('another-machine', 8);
    for (const name of [...kept, ...gone, forgotten]) await writeFile(path.join(folder, name), 'x');
    await utimes(path.join(folder, forgotten), 0, 0);
    expect(await seed(target)).toBe('unchanged');
    expect((await readdir(folder)).sort()).toEqual(['kobling.sqlite', ...kept].sort());
  });
});
