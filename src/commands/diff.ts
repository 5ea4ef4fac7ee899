import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeChanges, listChanges } from '../dataset/describe-changes.js';
import { PATHS, ROOT } from '../paths.js';
import { readDigests } from '../seeding/read-digests.js';

const BEGIN = '<!-- data: written by npm run changelog -->';
const END = '<!-- end of data -->';

/**
 * `npm run -s diff -- 0.1.0 [0.2.0]`: what was added (+), changed (~) and retired (-) from one release to another,
 * the one being made if the second is left out. `npm run changelog` writes the summary into CHANGELOG.md.
 */
async function main(): Promise<void> {
  const digests = await readDigests(PATHS.seed);
  const [from, to] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const find = (version: string) => {
    const digest = digests.find((one) => one.version === version);
    if (digest) return digest;
    throw new Error(
      `There is no release ${version}. Known: ${digests.map((one) => one.version).join(', ')}.`,
    );
  };
  const after = to === undefined ? digests.at(-1) : find(to);
  const before = from === undefined ? digests.at(-2) : find(from);
  if (!before || !after) throw new Error('There is only one release: nothing to compare.');
  const summary = describeChanges(before, after);
  if (!process.argv.includes('--changelog')) {
    console.log([summary, '', ...listChanges(before, after)].join('\n'));
    return;
  }
  const file = path.join(ROOT, 'CHANGELOG.md');
  const text = await readFile(file, 'utf8');
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`CHANGELOG.md has no place for it: ${BEGIN} ... ${END}.`);
  await writeFile(file, `${text.slice(0, start + BEGIN.length)}\n\n${summary}\n\n${text.slice(end)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
