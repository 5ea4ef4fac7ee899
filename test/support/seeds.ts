import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PATHS } from '../../src/paths.js';
import { findProblems } from '../../src/seeding/check-seeds.js';
import { printProblem } from '../../src/seeding/problems.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';

/** A copy of the real seed in a folder of its own, with one file changed by `edit`. */
export async function copySeeds<T>(file?: string, edit?: (content: T) => void): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kobling-seed-'));
  await cp(PATHS.seed, folder, { recursive: true });
  if (file && edit) await editSeed(folder, file, edit);
  return folder;
}

/** Changes one file of a seed folder. */
export async function editSeed<T>(folder: string, file: string, edit: (content: T) => void): Promise<void> {
  const target = path.join(folder, file);
  const content = JSON.parse(await readFile(target, 'utf8')) as T;
  edit(content);
  await writeFile(target, JSON.stringify(content));
}

/** What the seed check says of the real seed with one file changed. */
export async function problemsAfter<T>(file: string, edit: (content: T) => void): Promise<string[]> {
  const seeds = await readSeeds(await copySeeds(file, edit));
  return findProblems(seeds, PATHS.seedSchemas).map(printProblem);
}
