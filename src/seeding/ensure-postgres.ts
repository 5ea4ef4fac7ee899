import type { DataSource } from 'typeorm';
import { addForeignKeys, createTables } from '../postgres/create-tables.js';
import {
  dropOldReleases,
  findCurrent,
  holdsSchema,
  lock,
  migrateRegister,
  publish,
  REGISTER_SCHEMA,
  schemaNameOf,
} from '../postgres/release-register.js';
import { checkSeeds } from './check-seeds.js';
import { layoutOf } from './layout.js';
import { readSeeds } from './read-seeds.js';
import type { Seeds } from './seed-files.js';
import { writeRelease } from './write-release.js';

export interface PostgresSeedingOptions {
  /** Folder of the seed files. */
  seedFolder: string;
  /** Folder of their JSON schemas. */
  schemaFolder: string;
  /** Checksum of the release that the database says is to be served by this software, if it holds one. */
  findChecksum: () => Promise<string | undefined>;
  /** The server that may be written to. */
  createPrimary: (schema: string) => DataSource;
  log: (message: string) => void;
}

/**
 * Makes sure that PostgreSQL holds the release of the seed, and that it is the one to be served. A database that does
 * is only read, so that a server starts also while the primary is down. Throws a SeedError, and writes nothing, if
 * anything in the seed is wrong.
 */
export async function ensurePostgres(options: PostgresSeedingOptions): Promise<'seeded' | 'unchanged'> {
  const seeds = await readSeeds(options.seedFolder);
  if ((await options.findChecksum()) === seeds.checksum) return 'unchanged';
  checkSeeds(seeds, options.schemaFolder);

  const layout = await use(options.createPrimary(REGISTER_SCHEMA), async (primary) => {
    await migrateRegister(primary);
    return layoutOf(primary);
  });
  const schema = schemaNameOf({ checksum: seeds.checksum, layout });
  return use(options.createPrimary(schema), async (primary) => {
    const outcome = await seed(primary, seeds, { schema, layout });
    await tidy(primary, options.log);
    return outcome;
  });
}

/** In one transaction: whoever reads finds the release that was, or this one, never a part of it. */
async function seed(
  primary: DataSource,
  seeds: Seeds,
  { schema, layout }: { schema: string; layout: string },
): Promise<'seeded' | 'unchanged'> {
  return primary.transaction(async (manager) => {
    await lock(manager);
    // Who waited for the lock may find that another did the work.
    if ((await findCurrent(manager, layout))?.schema === schema) return 'unchanged';
    if (!(await holdsSchema(manager, schema))) {
      await createTables(manager, schema);
      await writeRelease(manager, seeds);
      await addForeignKeys(manager);
    }
    const version = seeds.of('release')[0]?.content.version ?? '';
    await publish(manager, { schema, layout, checksum: seeds.checksum, version });
    return 'seeded';
  });
}

/** What is left lying takes room, no more: it is told, and the next seeding tries again. */
async function tidy(primary: DataSource, log: (message: string) => void): Promise<void> {
  try {
    for (const schema of await dropOldReleases(primary)) log(`Dropped the old release in schema ${schema}.`);
  } catch (error) {
    log(`Old releases could not be dropped: ${(error as Error).message}`);
  }
}

async function use<T>(source: DataSource, work: (source: DataSource) => Promise<T>): Promise<T> {
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
