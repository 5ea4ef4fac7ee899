import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shareMinutes } from '../../src/training/minutes.js';

/** Tenths: weights closer than arithmetic can tell apart do not occur. */
const weights = fc.array(
  fc.integer({ min: 10, max: 500 }).map((tenths) => tenths / 10),
  { minLength: 1, maxLength: 16 },
);

describe('sharing minutes out', () => {
  test('keeps the sum, the shortest time and the step, and gives more weight no less', () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(5, 15), fc.nat(4800), (heavy, shortest, more) => {
        const total = shortest * heavy.length + more;
        const minutes = shareMinutes(total, heavy, shortest);
        expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(total);
        expect(Math.min(...minutes)).toBeGreaterThanOrEqual(shortest);
        expect(minutes.filter((one) => one % 5 !== 0).length).toBeLessThanOrEqual(1);
        heavy.forEach((weight, index) =>
          heavy.forEach((other, at) => {
            if (weight > other) expect(minutes[index]).toBeGreaterThanOrEqual(minutes[at] ?? Infinity);
          }),
        );
      }),
    );
  });

  test('gives the odd minutes to the heaviest, and of equals the first comes first', () => {
    expect(shareMinutes(47, [1, 2], 15)).toEqual([20, 27]);
    expect(shareMinutes(35, [1, 1], 15)).toEqual([20, 15]);
    expect(shareMinutes(90, [1, 4], 15)).toEqual([25, 65]);
  });
});
