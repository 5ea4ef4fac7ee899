import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { frozenMeanings } from '../../src/frozen-ids.js';
import { PATHS } from '../../src/paths.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const frozen = JSON.parse(readFileSync(new URL('frozen-ids.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

/** Ids that are gone without being retired, or that stand for something else than they did. */
function broken(now: Record<string, string>, retired: ReadonlySet<string>): string[] {
  return Object.entries(frozen)
    .filter(([id, meaning]) => now[id] !== meaning && !(now[id] === undefined && retired.has(id)))
    .map(([id]) => id);
}

async function retiredIds(): Promise<Set<string>> {
  const seeds = await readSeeds(PATHS.seed);
  return new Set(seeds.of('retired').flatMap(({ content }) => content.retired.map(({ id }) => id)));
}

describe('frozen ids', () => {
  test('all stand for what they stood for, or are retired', async () => {
    const retired = await retiredIds();
    expect(broken(frozenMeanings(kobling.release), retired)).toEqual([]);
  });

  test('include every id of the release: run npm run freeze after adding one', () => {
    expect(Object.keys(frozenMeanings(kobling.release)).filter((id) => !(id in frozen))).toEqual([]);
  });

  test('would notice an id that is gone, one that changed its meaning, and let a retired one go', async () => {
    const retired = await retiredIds();
    const now = frozenMeanings(kobling.release);
    const { 'obligation/nis2/20.1': _, ...without } = now;
    expect(broken(without, retired)).toEqual(['obligation/nis2/20.1']);
    expect(broken(without, retired.add('obligation/nis2/20.1'))).toEqual([]);
    expect(broken({ ...now, 'measure/nis2/21.2.g': 'cryptography' }, retired)).toEqual([
      'measure/nis2/21.2.g',
    ]);
  });
});
