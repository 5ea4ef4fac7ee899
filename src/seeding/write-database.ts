import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { APPLICATION_ID, FORMAT, sealFile } from './database-file.js';
import { buildAside } from './left-overs.js';
import type { Seeds } from './seed-files.js';
import { writeRelease } from './write-release.js';

/**
 * Writes checked seeds into a database file. It is built aside, sealed, flushed to disk and moved into place whole:
 * whoever opens `file` finds the old release or the new one, never a mixture, whenever this process is killed.
 */
export async function writeDatabase(
  seeds: Seeds,
  file: string,
  openDatabase: (file: string, options: { writable: true }) => DataSource,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await buildAside(file, async (aside) => {
    const database = await openDatabase(aside, { writable: true }).initialize();
    try {
      await database.query(`PRAGMA application_id = ${APPLICATION_ID}`);
      await database.query(`PRAGMA user_version = ${FORMAT}`);
      await database.transaction((manager) => writeRelease(manager, seeds));
    } finally {
      await database.destroy();
    }
    await sealFile(aside);
    await rename(aside, file);
  });
  await flushFolder(path.dirname(file));
}

/** A rename is on the disk only once its folder is. */
async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders, and writes renames through by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
