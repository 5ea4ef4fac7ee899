import { QueryFailedError, type DataSource } from 'typeorm';
import { checkSeeds } from './check-seeds.js';
import { DatabaseFileError, judge, readDatabaseFile, refusalOf } from './database-file.js';
import { layoutOf } from './layout.js';
import { removeLeftOvers } from './left-overs.js';
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
  openDatabase: (source: string | Buffer, options?: { writable?: boolean }) => DataSource;
}

/**
 * Makes sure that the database holds the release of the seed: builds it if it is missing, of another release (older
 * or newer: the seed decides) or written for other tables, mends it if it is damaged, and leaves it alone otherwise.
 * Never touches a file that is not Kobling's or of a newer format. Throws, and writes nothing, then and if anything
 * in the seed is wrong.
 */
export async function ensureDatabase(options: SeedingOptions): Promise<'seeded' | 'mended' | 'unchanged'> {
  const { file, seedFolder, schemaFolder, openDatabase } = options;
  const seeds = await readSeeds(seedFolder);
  const found = await find(seeds, options);
  await removeLeftOvers(file);
  if (found === 'current') return 'unchanged';
  checkSeeds(seeds, schemaFolder);
  try {
    await writeDatabase(seeds, file, openDatabase);
  } catch (error) {
    throw explainFailedWrite(error, file);
  }
  return found === 'damaged' ? 'mended' : 'seeded';
}

/** What is in the database's place. Throws if it must not be replaced. */
async function find(
  seeds: Seeds,
  { file, openDatabase }: SeedingOptions,
): Promise<'nothing' | 'current' | 'other release' | 'damaged'> {
  const bytes = await readDatabaseFile(file);
  if (!bytes) return 'nothing';
  const standing = judge(bytes);
  switch (standing.is) {
    case 'whole':
      return (await isOf(seeds, openDatabase(standing.content))) ? 'current' : 'other release';
    case 'damaged':
      return 'damaged';
    case 'unmarked':
      if (await isFromBeforeTheSeal(openDatabase(bytes))) return 'other release';
      throw refusalOf(file, standing.is);
    case 'newer':
      throw refusalOf(file, standing.is);
  }
}

async function isOf(seeds: Seeds, database: DataSource): Promise<boolean> {
  await database.initialize();
  try {
    const [dataset] = await database.query<{ checksum: string; layout: string }[]>(
      'SELECT checksum, layout FROM dataset',
    );
    return dataset?.checksum === seeds.checksum && dataset.layout === layoutOf(database);
  } finally {
    await database.destroy();
  }
}

/** Before there was a seal, databases carried no mark; they are known by the row that says which release they hold. */
async function isFromBeforeTheSeal(database: DataSource): Promise<boolean> {
  try {
    await database.initialize();
    await database.query('SELECT checksum, layout, releasedOn, licence, disclaimerText FROM dataset');
    return true;
  } catch {
    return false;
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}

/** A disk that is full or may not be written is the operator's to mend, and is told so; anything else is a bug. */
function explainFailedWrite(error: unknown, file: string): unknown {
  const { code } = (error instanceof QueryFailedError ? error.driverError : error) as NodeJS.ErrnoException;
  if (!/^(E[A-Z]+|SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM).*)$/.test(code ?? '')) return error;
  return new DatabaseFileError(
    file,
    `could not be written (${code}); what was there is unchanged. See that its folder may be written and has room.`,
    { cause: error },
  );
}
