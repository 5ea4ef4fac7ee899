import type { DataSource } from 'typeorm';
import { createDataSource } from '../ormconfig.js';
import { readWholeFile } from './seeding/database-file.js';

/** The database that a file holds, proven whole and from then on apart from the file. Throws if it is not whole. */
export async function openDatabase(file: string): Promise<DataSource> {
  return createDataSource(await readWholeFile(file)).initialize();
}
