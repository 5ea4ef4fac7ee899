import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ENTITIES } from './src/entities.js';

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
