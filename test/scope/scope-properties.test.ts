import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityProfileInput } from '../../src/scope/classification.types.js';
import { classify, type Verdict } from '../../src/scope/classify.js';
import { readProfile } from '../../src/scope/profile.js';
import {
  Circumstance,
  ClassificationOutcome as Outcome,
  EnterpriseSize,
} from '../../src/scope/scope.enums.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

/** One of each kind that the rules tell apart. */
const TYPES = [
  'I.1.a.1',
  'I.3.1',
  'I.8.2',
  'I.8.4',
  'I.8.7',
  'I.8.8',
  'I.10.1',
  'I.10.2',
  'II.5.c.1',
  'II.7.1',
];
const COUNTRIES = ['DK', 'SE', 'US', 'NO'];
const RANKS = ['OUT_OF_SCOPE', 'REGISTRATION_ONLY', 'IMPORTANT', 'ESSENTIAL'];

const typeIds = fc
  .subarray(TYPES, { minLength: 1, maxLength: 3 })
  .map((keys) => keys.map((key) => `entity-type/nis2/${key}`));
const someCountries = fc.option(fc.subarray(COUNTRIES, { minLength: 1 }), { nil: undefined });
const circumstanceList = (from: readonly Circumstance[]) =>
  fc.option(fc.subarray([...from], { minLength: 1, maxLength: 3 }), { nil: undefined });
const profiles = (circumstances = Object.values(Circumstance)): fc.Arbitrary<EntityProfileInput> =>
  fc.record({
    entityTypes: typeIds,
    circumstances: circumstanceList(circumstances),
    headcount: fc.option(fc.constantFrom(0, 9, 10, 49, 50, 249, 250), { nil: undefined }),
    annualTurnoverEur: fc.option(fc.constantFrom(1e6, 5e6, 20e6, 60e6), { nil: undefined }),
    balanceSheetEur: fc.option(fc.constantFrom(1e6, 5e6, 20e6, 60e6), { nil: undefined }),
    establishedIn: someCountries,
    servesIn: someCountries,
  });

const ask = (input: EntityProfileInput): Verdict =>
  classify(readProfile(input, kobling.release), kobling.release.scope);

/** How much the entity is at least. */
const floorOf = ({ floor }: Verdict) => RANKS.indexOf(floor);

describe('classification', () => {
  test('never falls when the entity is one thing more', () => {
    // Public administration in security and exemption from DORA take an entity out: there more can be less.
    const rising = Object.values(Circumstance).filter(
      (one) => one !== Circumstance.NATIONAL_SECURITY_OR_DEFENCE && one !== Circumstance.EXEMPTED_FROM_DORA,
    );
    fc.assert(
      fc.property(profiles(rising), fc.constantFrom(...TYPES), (input, type) => {
        const before = ask(input);
        const after = ask({ ...input, entityTypes: [...input.entityTypes, `entity-type/nis2/${type}`] });
        expect(floorOf(after)).toBeGreaterThanOrEqual(floorOf(before));
        if (before.outcome === Outcome.ESSENTIAL) expect(after.outcome).toBe(Outcome.ESSENTIAL);
      }),
      { numRuns: 300 },
    );
  });

  test('once decided stays so whatever else becomes known of size', () => {
    fc.assert(
      fc.property(profiles(), (input) => {
        const verdict = ask(input);
        for (const size of Object.values(EnterpriseSize)) {
          if (!readProfile(input, kobling.release).sizes.includes(size)) continue;
          const told = ask({ ...input, size });
          if (verdict.outcome !== Outcome.NEEDS_DECISION) expect(told.outcome).toBe(verdict.outcome);
          else expect(floorOf(told)).toBeGreaterThanOrEqual(floorOf(verdict));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('grows with size', () => {
    fc.assert(
      fc.property(profiles(), ({ headcount: _, annualTurnoverEur: __, balanceSheetEur: ___, ...input }) => {
        const floors = Object.values(EnterpriseSize).map((size) => floorOf(ask({ ...input, size })));
        expect(floors).toEqual([...floors].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('always says on what it rests, and asks exactly when a decision is needed', () => {
    fc.assert(
      fc.property(profiles(), (input) => {
        const { outcome, decisive, rules, open, floor } = ask(input);
        expect(decisive.size).toBeGreaterThan(0);
        expect(rules).toEqual(expect.arrayContaining([...decisive]));
        if (outcome === Outcome.NEEDS_DECISION) expect(open.size).toBeGreaterThan(0);
        else expect(floor).toBe(outcome);
      }),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order in which things are named', () => {
    fc.assert(
      fc.property(profiles(), (input) => {
        const turned = {
          ...input,
          entityTypes: [...input.entityTypes].reverse(),
          circumstances: input.circumstances && [...input.circumstances].reverse(),
        };
        const [one, other] = [ask(input), ask(turned)];
        expect([other.outcome, other.rules, other.open]).toEqual([one.outcome, one.rules, one.open]);
      }),
      { numRuns: 200 },
    );
  });
});
