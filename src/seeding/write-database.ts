import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.js';
import { writeFullText } from '../search/full-text.js';
import { searchTextOf } from '../search/search-document.js';
import { SearchText } from '../search/search-text.entity.js';
import { buildRows } from './build-rows.js';
import { layoutOf } from './layout.js';
import type { Rows } from './rows/rows.js';
import { searchDocuments } from './rows/search-rows.js';
import type { Seeds } from './seed-files.js';

/** SQLite binds at most this many values in one statement, divided among the columns of a row. */
const VALUES_PER_STATEMENT = 10_000;

/**
 * Writes checked seeds into a database file. It is built aside, flushed to disk and moved into place whole: whoever
 * opens `file` finds the old release or the new one, never a mixture, whenever this process is killed.
 */
export async function writeDatabase(
  seeds: Seeds,
  file: string,
  openDatabase: (file: string, options: { writable: true }) => DataSource,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    const database = await openDatabase(aside, { writable: true }).initialize();
    try {
      const rows = buildRows(seeds);
      rows.set(Dataset, rows.get(Dataset)?.map((row) => ({ ...row, layout: layoutOf(database) })) ?? []);
      const documents = searchDocuments(rows);
      rows.set(
        SearchText,
        documents.map((document, position) => ({ ...searchTextOf(document), position })),
      );
      await database.transaction(async (manager) => {
        await insertRows(manager, rows);
        await writeFullText(manager, documents);
      });
    } finally {
      await database.destroy();
    }
    await flush(aside);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
    await rm(`${aside}-journal`, { force: true });
  }
}

async function insertRows(manager: EntityManager, rows: Rows): Promise<void> {
  for (const [entity, records] of rows) {
    const columns = manager.connection.getMetadata(entity).columns.length;
    const batch = Math.floor(VALUES_PER_STATEMENT / columns);
    for (let start = 0; start < records.length; start += batch) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(records.slice(start, start + batch))
        .updateEntity(false)
        .execute();
    }
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
