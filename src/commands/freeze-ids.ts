import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { frozenMeanings } from '../frozen-ids.js';
import { ROOT } from '../paths.js';
import { openRelease } from './open-release.js';

/** `npm run freeze`: adds the ids of this release to test/seed/frozen-ids.json. What is there stays as it is. */
const file = path.join(ROOT, 'test', 'seed', 'frozen-ids.json');
const release = await openRelease();

const frozen = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, string>;
const now = frozenMeanings(release);
const added = Object.keys(now).filter((id) => !(id in frozen));
const merged = Object.entries({ ...now, ...frozen }).sort(([a], [b]) => (a < b ? -1 : 1));
await writeFile(file, `${JSON.stringify(Object.fromEntries(merged), null, 2)}\n`);
console.log(`${added.length} ids frozen, ${merged.length} in all`);
