import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { Dataset } from '../dataset/dataset.entity.js';
import { checkSeeds } from './check-seeds.js';
import { layoutOf } from './layout.js';
import { readSeeds } from './read-seeds.js';
import type { Seeds } from './seed-files.js';
import { writeDatabase } from './write-database.js';

export interface SeedingOptions {
  /** The database file. */
  file: string;
  /** Folder of the seed files. */
  seedFolder: string;
  /** Folder of their JSON schemas. */
  schemaFolder: string;
  openDatabase: (file: string, options?: { writable?: boolean }) => DataSource;
}

/**
 * Makes sure that the database holds the release of the seed: builds it if it is missing, holds another release
 * or was written for other tables, and leaves it alone otherwise. Throws a SeedError, and writes nothing, if
 * anything in the seed is wrong.
 */
export async function ensureDatabase(options: SeedingOptions): Promise<'seeded' | 'unchanged'> {
  const seeds = await readSeeds(options.seedFolder);
  if (await holds(seeds, options)) return 'unchanged';
  checkSeeds(seeds, options.schemaFolder);
  await writeDatabase(seeds, options.file, options.openDatabase);
  return 'seeded';
}

async function holds(seeds: Seeds, { file, openDatabase }: SeedingOptions): Promise<boolean> {
  if (!existsSync(file)) return false;
  const database = openDatabase(file);
  try {
    await database.initialize();
    const rows = await database.manager.find(Dataset);
    return rows.some(({ checksum, layout }) => checksum === seeds.checksum && layout === layoutOf(database));
  } catch {
    // Not a database, or one with other tables: either way it is not this release, and is built anew.
    return false;
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}
