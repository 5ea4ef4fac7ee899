import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { fullTextOf } from '../search/search-store.js';

/** A fingerprint of all tables and columns: a database with another one was written by other code. */
export function layoutOf(database: DataSource): string {
  const tables = database.entityMetadatas
    .map(
      ({ tableName, columns }) =>
        `${tableName}(${columns.map((column) => `${column.databaseName} ${String(column.type)} ${column.isNullable}`).join(',')})`,
    )
    .sort();
  return createHash('sha256')
    .update([...tables, fullTextOf(database).layout].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
