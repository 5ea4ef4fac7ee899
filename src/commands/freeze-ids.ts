import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDataSource } from '../../ormconfig.js';
import { frozenMeanings } from '../frozen-ids.js';
import { readEnvironment } from '../environment.js';
import { ROOT } from '../paths.js';
import { loadRelease } from '../release.js';

/** `npm run freeze`: adds the ids of this release to test/seed/frozen-ids.json. What is there stays as it is. */
const file = path.join(ROOT, 'test', 'seed', 'frozen-ids.json');
const database = await createDataSource(
  path.resolve(ROOT, readEnvironment(process.env).DATABASE_FILE),
).initialize();
const release = await loadRelease(database);
await database.destroy();

const frozen = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, string>;
const now = frozenMeanings(release);
const added = Object.keys(now).filter((id) => !(id in frozen));
const merged = Object.entries({ ...now, ...frozen }).sort(([a], [b]) => (a < b ? -1 : 1));
await writeFile(file, `${JSON.stringify(Object.fromEntries(merged), null, 2)}\n`);
console.log(`${added.length} ids frozen, ${merged.length} in all`);
