import { unwatchFile, watchFile } from 'node:fs';
import { createDataSource } from '../ormconfig.js';
import type { Engine } from './engine.js';
import { openDatabase } from './open-database.js';
import { PATHS } from './paths.js';
import { ensureDatabase } from './seeding/ensure-database.js';

const WATCH_EVERY_MS = 1_000;

export function createEmbeddedEngine(file: string): Engine {
  return {
    name: file,
    ensure: () =>
      ensureDatabase({
        file,
        seedFolder: PATHS.seed,
        schemaFolder: PATHS.seedSchemas,
        openDatabase: createDataSource,
      }),
    open: () => openDatabase(file),
    watch(_servedChecksum, changed) {
      // Seeding renames a whole new file into place, so a change is seen by its time and size alone.
      watchFile(file, { interval: WATCH_EVERY_MS, persistent: false }, changed);
      return () => unwatchFile(file);
    },
    close: () => Promise.resolve(),
  };
}
