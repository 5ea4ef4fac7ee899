import 'reflect-metadata';
import Sqlite, { type Options } from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { ENTITIES } from './src/entities.js';
import { CreateRegister1764547200000 } from './src/postgres/create-register.migration.js';

/**
 * The embedded database, built whole from the seed and only read while serving: a SQLite file, or the bytes of one.
 * From bytes it is held in memory, so that what was proven whole is what answers, whatever becomes of the file.
 */
export function createDataSource(source: string | Buffer, { writable = false } = {}): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    ...(typeof source === 'string'
      ? { database: source, fileMustExist: !writable }
      : { database: ':memory:', driver: openerOf(source) }),
    entities: [...ENTITIES],
    synchronize: writable,
    readonly: !writable,
  });
}

/** TypeORM knows databases by name only; the driver itself opens bytes. */
function openerOf(bytes: Buffer) {
  return class extends Sqlite {
    constructor(_name: string, options: Options) {
      super(bytes, options);
      // The driver has made a copy of its own.
      bytes = Buffer.alloc(0);
    }
  };
}

/** A server that does not let us in within this is one that does not answer. Who writes keeps nobody waiting. */
const CONNECTED_WITHIN_MS = { reader: 1_500, writer: 15_000 };
/** No statement of a reader takes nearly so long; it ends waits that nothing else ends. */
const ANSWERED_WITHIN_MS = 30_000;

/**
 * One PostgreSQL server, and of what it holds one schema: that of a release, or the register of releases. Which
 * servers there are, and what happens when one does not answer, is not known here.
 */
export function createPostgresSource(url: string, schema: string, { writable = false } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    entities: [...ENTITIES],
    migrations: [CreateRegister1764547200000],
    migrationsTableName: 'migration',
    installExtensions: false,
    applicationName: 'kobling',
    connectTimeoutMS: CONNECTED_WITHIN_MS[writable ? 'writer' : 'reader'],
    // A connection that breaks while nobody uses it is replaced when somebody does.
    poolErrorHandler: () => undefined,
    extra: {
      keepAlive: true,
      allowExitOnIdle: true,
      ...(writable ? {} : { query_timeout: ANSWERED_WITHIN_MS }),
    },
  });
}
