import 'reflect-metadata';
import Sqlite, { type Options } from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { ENTITIES } from './src/entities.js';

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
