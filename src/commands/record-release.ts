import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PATHS } from '../paths.js';
import { buildRows } from '../seeding/build-rows.js';
import { digestRelease } from '../seeding/digest-release.js';
import { readSeeds } from '../seeding/read-seeds.js';
import { printDigest } from '../seeding/print-digest.js';

/**
 * `npm run release:record`, before the version in seed/release.json is raised: keeps the digest of the release that
 * is about to become an earlier one. `npm run release:record -- <folder>` takes the seed of another checkout.
 */
const seeds = await readSeeds(process.argv[2] ?? PATHS.seed);
const [release] = seeds.of('release');
if (!release) throw new Error('The seed has no release.json.');
const digest = digestRelease(buildRows(seeds), { ...release.content, checksum: seeds.checksum });
const file = path.join(PATHS.seed, 'releases', `${digest.version}.json`);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, printDigest(digest));
console.log(`${Object.keys(digest.records).length} records of release ${digest.version} written to ${file}`);
