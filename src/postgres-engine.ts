import { GraphQLError } from 'graphql';
import { createPostgresSource } from '../ormconfig.js';
import type { Engine } from './engine.js';
import { PATHS } from './paths.js';
import { nameOfServer } from './postgres/database-url.js';
import { PostgresDatabase } from './postgres/postgres-database.js';
import { PostgresServer } from './postgres/postgres-server.js';
import { findCurrent, REGISTER_SCHEMA, type CurrentEntry } from './postgres/release-register.js';
import { unavailabilityOf } from './postgres/unavailable.js';
import { SeedError } from './seeding/problems.js';
import { ensurePostgres } from './seeding/ensure-postgres.js';
import { layoutOf } from './seeding/layout.js';

const LOOK_EVERY_MS = 2_000;

export interface PostgresEngineOptions {
  /** The server that is written to, and those that follow it; reads go to them first. */
  primary: string;
  replicas: readonly string[];
  log: (message: string) => void;
  /** The seed, if not the one that this software came with. */
  seedFolder?: string;
}

export function createPostgresEngine(options: PostgresEngineOptions): Engine {
  const { primary, replicas, seedFolder = PATHS.seed } = options;
  let isOpen = false;
  /** Before, whatever is wrong ends the start and is said then. */
  const log = (message: string) => {
    if (isOpen) options.log(message);
  };
  const serverOf = (schema: string) => (url: string) =>
    new PostgresServer({
      name: nameOfServer(url),
      createSource: () => createPostgresSource(url, schema),
      log,
    });
  const toRegister = serverOf(REGISTER_SCHEMA);
  const register = new PostgresDatabase([[toRegister(primary)], replicas.map(toRegister)]);
  let newest: CurrentEntry | undefined;

  /** The release to be served. What a standby says is believed only if it is not behind what is known already. */
  async function find(): Promise<CurrentEntry | undefined> {
    const found = await register.read((manager) => findCurrent(manager, layoutOf(manager.dataSource)));
    const isBehind = found?.bySecondHand === true && found.number < (newest?.number ?? 0);
    if (found && !isBehind) newest = found;
    return newest;
  }

  return {
    name: nameOfServer(primary),
    ensure: () =>
      ensurePostgres({
        seedFolder,
        schemaFolder: PATHS.seedSchemas,
        findChecksum: async () => (await find())?.checksum,
        createPrimary: (schema) => createPostgresSource(primary, schema, { writable: true }),
        log: options.log,
      }).catch((error: unknown) => {
        throw explain(error, primary);
      }),
    async open() {
      const current = await find();
      if (!current)
        throw new Error(`${nameOfServer(primary)} holds no release for this version of the software.`);
      isOpen = true;
      const toRelease = serverOf(current.schema);
      return new PostgresDatabase([replicas.map(toRelease), [toRelease(primary)]]);
    },
    watch(servedChecksum, changed) {
      let looking = false;
      const timer = setInterval(() => {
        if (looking) return;
        looking = true;
        find()
          .then((current) => current && current.checksum !== servedChecksum() && changed())
          // That a server does not answer is told where it is asked.
          .catch(() => undefined)
          .finally(() => (looking = false));
      }, LOOK_EVERY_MS).unref();
      return () => clearInterval(timer);
    },
    close: () => register.close(),
  };
}

/** A seed is mended in its files, anything else where the variable points to. */
function explain(error: unknown, primary: string): unknown {
  if (error instanceof SeedError) return error;
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const reason = unavailabilityOf(cause)?.reason ?? (cause as Error).message;
  return new Error(`DATABASE_URL: ${nameOfServer(primary)} cannot be used. ${reason}`, { cause: error });
}
