import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { missingFigures, possibleSizes, type Figures } from '../../src/scope/enterprise-size.js';
import { EnterpriseSize } from '../../src/scope/scope.enums.js';
import { maximumFine } from '../../src/scope/fine.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const M = 1_000_000;
const figures = (
  headcount: number | null,
  turnoverEur: number | null,
  balanceSheetEur: number | null,
): Figures => ({ headcount, turnoverEur, balanceSheetEur });
const sizes = (...of: [number | null, number | null, number | null]) =>
  possibleSizes(figures(...of), kobling.release.scope.ceilings).join(' ');

describe('size, by Article 2 of the Annex to Recommendation 2003/361/EC', () => {
  test.each([
    // Persons alone: the limit itself is above it.
    [9, 0, 0, 'MICRO'],
    [10, 0, 0, 'SMALL'],
    [49, 0, 0, 'SMALL'],
    [50, 0, 0, 'MEDIUM'],
    [249, 0, 0, 'MEDIUM'],
    [250, 0, 0, 'LARGE'],
    // Money lifts only if both sums pass; the ceiling itself is below it.
    [1, 2 * M, 2 * M, 'MICRO'],
    [1, 2 * M + 1, 2 * M, 'MICRO'],
    [1, 2 * M + 1, 2 * M + 1, 'SMALL'],
    [49, 10 * M, 10 * M, 'SMALL'],
    [49, 10 * M + 1, 10 * M, 'SMALL'],
    [49, 10 * M, 10 * M + 1, 'SMALL'],
    [49, 900 * M, 10 * M, 'SMALL'],
    [49, 10 * M, 900 * M, 'SMALL'],
    [49, 10 * M + 0.01, 10 * M + 0.01, 'MEDIUM'],
    [49, 50 * M, 43 * M, 'MEDIUM'],
    [49, 50 * M + 1, 43 * M, 'MEDIUM'],
    [49, 50 * M, 43 * M + 1, 'MEDIUM'],
    [49, 900 * M, 43 * M, 'MEDIUM'],
    [49, 50 * M + 1, 43 * M + 1, 'LARGE'],
    [0, 50 * M + 1, 43 * M + 1, 'LARGE'],
    [249, 50 * M + 1, 43 * M, 'MEDIUM'],
    // What is not said stays open, and only as far as it can.
    [null, null, null, 'MICRO SMALL MEDIUM LARGE'],
    [250, null, null, 'LARGE'],
    [100, null, null, 'MEDIUM LARGE'],
    [100, 60 * M, null, 'MEDIUM LARGE'],
    [100, 50 * M, null, 'MEDIUM'],
    [100, null, 43 * M, 'MEDIUM'],
    [20, 8 * M, null, 'SMALL'],
    [20, null, null, 'SMALL MEDIUM LARGE'],
    [5, null, null, 'MICRO SMALL MEDIUM LARGE'],
    [5, 11 * M, null, 'MICRO SMALL MEDIUM'],
    [5, 1 * M, null, 'MICRO'],
    [null, 60 * M, 50 * M, 'LARGE'],
    [null, 20 * M, 20 * M, 'MEDIUM LARGE'],
    [null, 1 * M, 1 * M, 'MICRO SMALL MEDIUM LARGE'],
  ])('%s persons, turnover %s, balance sheet %s: %s', (headcount, turnover, balance, expected) => {
    expect(sizes(headcount, turnover, balance)).toBe(expected);
  });

  const anyFigures = fc.record({
    headcount: fc.option(fc.integer({ min: 0, max: 400 })),
    turnoverEur: fc.option(fc.integer({ min: 0, max: 80 * M })),
    balanceSheetEur: fc.option(fc.integer({ min: 0, max: 80 * M })),
  });
  const whole = fc.record({
    headcount: fc.integer({ min: 0, max: 400 }),
    turnoverEur: fc.integer({ min: 0, max: 80 * M }),
    balanceSheetEur: fc.integer({ min: 0, max: 80 * M }),
  });

  test('all figures give one size; fewer figures never rule it out', () => {
    fc.assert(
      fc.property(
        whole,
        fc.subarray(['headcount', 'turnoverEur', 'balanceSheetEur'] as const),
        (full, hidden) => {
          const { ceilings } = kobling.release.scope;
          const [size, ...more] = possibleSizes(full, ceilings);
          expect(more).toEqual([]);
          const less: Figures = { ...full };
          for (const figure of hidden) less[figure] = null;
          expect(possibleSizes(less, ceilings)).toContain(size);
        },
      ),
    );
  });

  test('asks for a figure exactly when it can matter', () => {
    fc.assert(
      fc.property(anyFigures, (some) => {
        const { ceilings } = kobling.release.scope;
        const open = possibleSizes(some, ceilings).length > 1;
        expect(missingFigures(some, ceilings).length > 0).toBe(open);
      }),
    );
    const { ceilings } = kobling.release.scope;
    const medium = ceilings.filter(({ size }) => size === EnterpriseSize.MEDIUM);
    expect(missingFigures(figures(100, null, null), medium)).toEqual(['turnoverEur', 'balanceSheetEur']);
    expect(missingFigures(figures(100, 60 * M, null), medium)).toEqual(['balanceSheetEur']);
    expect(missingFigures(figures(null, 60 * M, 50 * M), medium)).toEqual([]);
    expect(missingFigures(figures(null, 60 * M, 40 * M), medium)).toEqual(['headcount']);
    expect(missingFigures(figures(null, null, 40 * M), medium)).toEqual(['headcount']);
  });
});

describe('the maximum fine', () => {
  const essential = { amountEur: 10 * M, turnoverPercent: 2 };
  const important = { amountEur: 7 * M, turnoverPercent: 1.4 };

  test.each([
    [essential, null, 10 * M],
    [essential, 0, 10 * M],
    [essential, 500 * M, 10 * M],
    [essential, 500 * M + 50, 10 * M + 1],
    [essential, 2_000 * M, 40 * M],
    [important, null, 7 * M],
    [important, 500 * M, 7 * M],
    [important, 500 * M + 100, 7 * M + 1.4],
    [important, 1_234_567_890.12, 17_283_950.46],
  ])('%j of a turnover of %s is %s', (fine, turnover, expected) => {
    expect(maximumFine(fine, turnover)).toBe(expected);
  });
});
