import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Seeds } from './seed-files.js';
import { writeRelease } from './write-release.js';

/**
 * Writes checked seeds into a database file. It is built aside, flushed to disk and moved into place whole: whoever
 * opens `file` finds the old release or the new one, never a mixture, whenever this process is killed.
 */
export async function writeDatabase(
  seeds: Seeds,
  file: string,
  openDatabase: (file: string, options: { writable: true }) => DataSource,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    const database = await openDatabase(aside, { writable: true }).initialize();
    try {
      await database.transaction((manager) => writeRelease(manager, seeds));
    } finally {
      await database.destroy();
    }
    await flush(aside);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
    await rm(`${aside}-journal`, { force: true });
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
