import type { EntityManager } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.js';
import { searchTextOf } from '../search/search-document.js';
import { fullTextOf } from '../search/search-store.js';
import { SearchText } from '../search/search-text.entity.js';
import { buildRows } from './build-rows.js';
import { layoutOf } from './layout.js';
import type { Rows } from './rows/rows.js';
import { searchDocuments } from './rows/search-rows.js';
import type { Seeds } from './seed-files.js';

/** SQLite binds at most this many values in one statement, divided among the columns of a row; others bind more. */
const VALUES_PER_STATEMENT = 10_000;

/** Writes checked seeds into the empty tables of a release, of whatever engine. */
export async function writeRelease(manager: EntityManager, seeds: Seeds): Promise<void> {
  const { dataSource } = manager;
  const rows = buildRows(seeds);
  rows.set(Dataset, rows.get(Dataset)?.map((row) => ({ ...row, layout: layoutOf(dataSource) })) ?? []);
  const documents = searchDocuments(rows);
  rows.set(
    SearchText,
    documents.map((document, position) => ({ ...searchTextOf(document), position })),
  );
  await insertRows(manager, rows);
  await fullTextOf(dataSource).write(manager, documents);
}

async function insertRows(manager: EntityManager, rows: Rows): Promise<void> {
  for (const [entity, records] of rows) {
    const columns = manager.dataSource.getMetadata(entity).columns.length;
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
