import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/** Builds take seconds. What another machine began and has not touched for so long has no builder any more. */
const FORGOTTEN_AFTER_MS = 3_600_000;

/** Files that this process is building. */
const building = new Set<string>();

/**
 * Gives `work` a name beside `file` to build at, and leaves nothing there afterwards. The name says which process
 * of which machine builds, so that whoever comes later can tell what a killed one left behind.
 */
export async function buildAside<T>(file: string, work: (aside: string) => Promise<T>): Promise<T> {
  const aside = `${file}.${hostname()}.${process.pid}.${randomUUID()}.tmp`;
  building.add(path.basename(aside));
  try {
    return await work(aside);
  } finally {
    building.delete(path.basename(aside));
    await rm(aside, { force: true });
    await rm(`${aside}-journal`, { force: true });
  }
}

/** Removes what killed builders left beside `file`; never what a living one is at. */
export async function removeLeftOvers(file: string): Promise<void> {
  const folder = path.dirname(file);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(`${path.basename(file)}.`)) continue;
    const [, host, pid] = LEFT_OVER.exec(name.slice(path.basename(file).length)) ?? [];
    if (host === undefined || (await isBeingBuilt(path.join(folder, name), host, Number(pid)))) continue;
    // Whoever may not write here has nothing to seed either; the left-over harms nobody.
    await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
}

const LEFT_OVER = /^\.(.+)\.(\d+)\.[0-9a-f-]{36}\.tmp(?:-journal)?$/;

async function isBeingBuilt(leftOver: string, host: string, pid: number): Promise<boolean> {
  if (host !== hostname()) {
    const { mtimeMs } = await stat(leftOver).catch(() => ({ mtimeMs: 0 }));
    return Date.now() - mtimeMs < FORGOTTEN_AFTER_MS;
  }
  // A container that starts again gives the same number to the next process.
  if (pid === process.pid) return building.has(path.basename(leftOver).replace(/-journal$/, ''));
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
