import type { ReleaseDigest } from '../dataset/release-digest.entity.js';
import { buildRows } from './build-rows.js';
import { digestRelease } from './digest-release.js';
import { readSeeds } from './read-seeds.js';

export type Digest = Omit<ReleaseDigest, 'position'>;

/** The digests of a seed: of the earlier releases it keeps, oldest first, and of the one it makes, last. */
export async function readDigests(folder: string): Promise<Digest[]> {
  const seeds = await readSeeds(folder);
  const [release] = seeds.of('release');
  if (!release) throw new Error('The seed has no release.json.');
  const now = digestRelease(buildRows(seeds), { ...release.content, checksum: seeds.checksum });
  const earlier = seeds.of('digest').map(({ content }) => content);
  return [...earlier.sort((a, b) => (a.releasedOn < b.releasedOn ? -1 : 1)), now];
}
