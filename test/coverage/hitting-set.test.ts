import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smallestHittingSet } from '../../src/coverage/hitting-set.js';

const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), {
  maxLength: 12,
});
const hits = (chosen: readonly number[], all: readonly (readonly number[])[]) =>
  all.every((set) => set.some((element) => chosen.includes(element)));

/** Every subset of ten elements, tried out: slow, and beyond doubt. */
function smallestByTrying(all: readonly (readonly number[])[]): number {
  let smallest = Infinity;
  for (let bits = 0; bits < 1 << 10; bits += 1) {
    const chosen = [...Array(10).keys()].filter((element) => bits & (1 << element));
    if (chosen.length < smallest && hits(chosen, all)) smallest = chosen.length;
  }
  return smallest;
}

describe('a smallest hitting set', () => {
  test('meets every set, with no fewer elements possible and none to spare', () => {
    fc.assert(
      fc.property(sets, (all) => {
        const { chosen, optimal } = smallestHittingSet(all.map((set) => new Set(set)));
        expect(optimal).toBe(true);
        expect(hits(chosen, all)).toBe(true);
        expect(chosen).toHaveLength(smallestByTrying(all));
        for (const element of chosen)
          expect(
            hits(
              chosen.filter((one) => one !== element),
              all,
            ),
          ).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('of nothing is nothing', () => {
    expect(smallestHittingSet([])).toEqual({ chosen: [], optimal: true });
  });
});
