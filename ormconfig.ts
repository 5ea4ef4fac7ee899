import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ENTITIES } from './src/entities.js';
import { CreateRegister1764547200000 } from './src/postgres/create-register.migration.js';

/** The embedded database: one SQLite file, built whole from the seed and only read while serving. */
export function createDataSource(file: string, { writable = false } = {}): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: [...ENTITIES],
    synchronize: writable,
    readonly: !writable,
    fileMustExist: !writable,
  });
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
