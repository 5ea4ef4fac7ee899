import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.js';
import { writeFullText } from '../search/full-text.js';
import { searchTextOf } from '../search/search-document.js';
import { SearchText } from '../search/search-text.entity.js';
import { buildRows } from './build-rows.js';
import { APPLICATION_ID, FORMAT, sealFile } from './database-file.js';
import { layoutOf } from './layout.js';
import { buildAside } from './left-overs.js';
import type { Rows } from './rows/rows.js';
import { searchDocuments } from './rows/search-rows.js';
import type { Seeds } from './seed-files.js';

/** SQLite binds at most this many values in one statement, divided among the columns of a row. */
const VALUES_PER_STATEMENT = 10_000;

/**
 * Writes checked seeds into a database file. It is built aside, sealed, flushed to disk and moved into place whole:
 * whoever opens `file` finds the old release or the new one, never a mixture, whenever this process is killed.
 */
export async function writeDatabase(
  seeds: Seeds,
  file: string,
  openDatabase: (file: string, options: { writable: true }) => DataSource,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await buildAside(file, async (aside) => {
    const database = await openDatabase(aside, { writable: true }).initialize();
    try {
      await database.query(`PRAGMA application_id = ${APPLICATION_ID}`);
      await database.query(`PRAGMA user_version = ${FORMAT}`);
      await database.transaction((manager) => writeRelease(manager, seeds));
    } finally {
      await database.destroy();
    }
    await sealFile(aside);
    await rename(aside, file);
  });
  await flushFolder(path.dirname(file));
}

async function writeRelease(manager: EntityManager, seeds: Seeds): Promise<void> {
  const rows = buildRows(seeds);
  rows.set(
    Dataset,
    rows.get(Dataset)?.map((row) => ({ ...row, layout: layoutOf(manager.connection) })) ?? [],
  );
  const documents = searchDocuments(rows);
  rows.set(
    SearchText,
    documents.map((document, position) => ({ ...searchTextOf(document), position })),
  );
  await insertRows(manager, rows);
  await writeFullText(manager, documents);
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

/** A rename is on the disk only once its folder is. */
async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders, and writes renames through by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
