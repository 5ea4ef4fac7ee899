import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';

/** The schema of the register, and the beginning of the names of the schemas beside it, one a release. */
export const REGISTER_SCHEMA = 'kobling';

/** Any number will do, as long as nobody else uses it in this database. */
const LOCK = 7_105_206_801;

/** A release that the database holds, in a schema of its own. The newest of a layout is the one to be served. */
export interface PublishedRelease {
  schema: string;
  checksum: string;
  /** Fingerprint of its tables: software with other tables neither sees nor replaces it. */
  layout: string;
  version: string;
}

export interface CurrentEntry extends Pick<PublishedRelease, 'schema' | 'checksum'> {
  /** Grows with each switch. */
  number: number;
  /** Whether a standby said so, which may be behind. */
  bySecondHand: boolean;
}

export function schemaNameOf({ checksum, layout }: Pick<PublishedRelease, 'checksum' | 'layout'>): string {
  return `${REGISTER_SCHEMA}_${checksum.slice(0, 16)}_${layout.slice(0, 8)}`;
}

/** The release to be served by software with these tables; undefined if there is none yet, or no register. */
export async function findCurrent(manager: EntityManager, layout: string): Promise<CurrentEntry | undefined> {
  try {
    const [found] = await manager.query<CurrentEntry[]>(
      `SELECT "schema", "checksum", "number", pg_is_in_recovery() AS "bySecondHand"
       FROM "kobling"."release" WHERE "layout" = $1 ORDER BY "number" DESC LIMIT 1`,
      [layout],
    );
    return found;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Brings the register to what this software knows. Whoever comes second waits and finds nothing left to do. */
export async function migrateRegister(primary: DataSource): Promise<void> {
  await primary.transaction(async (manager) => {
    await lock(manager);
    // Over other connections, and committed at once; the lock is held by this one meanwhile.
    await primary.query(`CREATE SCHEMA IF NOT EXISTS "${REGISTER_SCHEMA}"`);
    await primary.runMigrations({ transaction: 'each' });
  });
}

/** Waits for whoever is seeding, and keeps others waiting until the end of the transaction. */
export async function lock(manager: EntityManager): Promise<void> {
  // A seeder that stands still must not keep all others from starting.
  await manager.query(`SET LOCAL idle_in_transaction_session_timeout = '60s'`);
  await manager.query(`SET LOCAL lock_timeout = '5min'`);
  await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}

export async function holdsSchema(manager: EntityManager, schema: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM "kobling"."release" WHERE "schema" = $1`, [
    schema,
  ]);
  return rows.length > 0;
}

/** From the end of the transaction on, this release is the one to be served. */
export async function publish(manager: EntityManager, release: PublishedRelease): Promise<void> {
  const { schema, checksum, layout, version } = release;
  await manager.query(
    `INSERT INTO "kobling"."release" VALUES ($1, $2, $3, $4,
       (SELECT coalesce(max("number"), 0) + 1 FROM "kobling"."release"), clock_timestamp())
     ON CONFLICT ("schema") DO UPDATE SET "number" = excluded."number", "switchedAt" = excluded."switchedAt"`,
    [schema, checksum, layout, version],
  );
}

/**
 * Drops releases that nobody reads any more: a day after a newer one with the same tables took their place, or thirty
 * after one with other tables, so that two versions of the software may run side by side.
 */
export async function dropOldReleases(primary: DataSource): Promise<string[]> {
  const old = await primary.query<{ schema: string }[]>(
    `SELECT "schema" FROM "kobling"."release" old WHERE EXISTS (
       SELECT 1 FROM "kobling"."release" newer WHERE newer."number" > old."number" AND newer."switchedAt" <
         now() - CASE WHEN newer."layout" = old."layout" THEN interval '1 day' ELSE interval '30 days' END)
     ORDER BY "number"`,
  );
  for (const { schema } of old) {
    await primary.transaction(async (manager) => {
      await lock(manager);
      await manager.query(`DELETE FROM "kobling"."release" WHERE "schema" = $1`, [schema]);
      await manager.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
    });
  }
  return old.map(({ schema }) => schema);
}

/** No such schema, table or column: the register of a database that no such software wrote to. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    ['3F000', '42P01', '42703'].includes((error.driverError as { code?: string }).code ?? '')
  );
}
