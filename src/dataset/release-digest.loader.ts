import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { Read } from '../shared/database.js';
import { ReleaseDigest } from './release-digest.entity.js';

export type ReleaseDigestLoader = DataLoader<string, ReleaseDigest | null>;

/** Digests are large and seldom asked for, so they stay in the database; one request reads each once. */
export function createReleaseDigestLoader(read: Read): ReleaseDigestLoader {
  return new DataLoader(async (versions) => {
    const found = await read((manager) => manager.findBy(ReleaseDigest, { version: In([...versions]) }));
    return versions.map((version) => found.find((digest) => digest.version === version) ?? null);
  });
}
