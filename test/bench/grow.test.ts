import { expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { loadRelease } from '../../src/release.js';
import { useKobling } from '../support/kobling.js';
import { growDatabase } from './grow.js';

const kobling = useKobling();

test('a grown database holds every record once more, linked within its copy, and a search finds no other', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kobling-grow-'));
  const grown = path.join(folder, 'x2.sqlite');
  await growDatabase(String(kobling.database.options.database), grown, 2);
  const database = await createDataSource(grown).initialize();
  try {
    const { law, standards, mappings } = await loadRelease(database);
    const own = kobling.release;
    expect(law.obligations.size).toBe(2 * own.law.obligations.size);
    expect(standards.clauses.size).toBe(2 * own.standards.clauses.size);
    expect(mappings.mappings.size).toBe(2 * own.mappings.mappings.size);

    const isCopy = (id: string) => id.includes('-c1/');
    for (const { id, obligation, clause } of mappings.mappings.all) {
      expect(isCopy(obligation.id)).toBe(isCopy(id));
      expect(isCopy(clause.id)).toBe(isCopy(id));
    }
    const find = (manager: typeof database, words: string) =>
      manager.query<object[]>('SELECT rowid FROM search_index WHERE search_index MATCH ?', [words]);
    expect((await find(kobling.database, 'backup')).length).toBeGreaterThan(0);
    expect(await find(database, 'backup')).toEqual(await find(kobling.database, 'backup'));
    expect((await find(database, 'c1backup')).length).toBe((await find(database, 'backup')).length);
  } finally {
    await database.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
