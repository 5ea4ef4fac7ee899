import { Dataset } from './dataset/dataset.entity.js';
import type { Release } from './release.js';
import type { Database } from './shared/database.js';

export interface Readiness {
  ready: boolean;
  /** `ready`, or why not. */
  status: string;
  release: string;
  checksum: string;
}

/** A database that takes longer than this for one row answers no search in time either. */
const ANSWERS_WITHIN_MS = 2_000;

/** Ready while a release is loaded and its database still answers, with that very release. */
export async function readinessOf(
  release: Release,
  database: Database,
  stopping: boolean,
): Promise<Readiness> {
  const { version, checksum } = release.dataset;
  const status = stopping ? 'stopping' : await stateOf(database, release.dataset);
  return { ready: status === 'ready', status, release: version, checksum };
}

async function stateOf(database: Database, { version, checksum }: Dataset): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, ANSWERS_WITHIN_MS, 'the database does not answer in time');
  });
  const asked = database
    .read((manager) => manager.findOneBy(Dataset, { version }))
    .then((row) => (row?.checksum === checksum ? 'ready' : 'the database holds another release'))
    .catch(() => 'the database does not answer');
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}
