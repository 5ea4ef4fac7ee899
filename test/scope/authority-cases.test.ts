import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { useKobling } from '../support/kobling.js';

/**
 * Cases that a second author, as the lawyer of an authority would, wrote from the directive before seeing the rules
 * or an answer. Where the law leaves room (`unclear`) several outcomes were expected; what is left out of
 * `expected` was not thought about beforehand and is not held.
 */
interface AuthorityCase {
  id: string;
  title: string;
  input: Record<string, unknown>;
  expected: {
    outcome?: string[];
    article?: string[];
    size?: string | null;
    jurisdictions?: string[];
    maximumFine?: { amountEur: number; turnoverPercent: number; article: string } | null;
  };
  unclear?: boolean;
}

const cases = JSON.parse(
  readFileSync(new URL('authority-cases.json', import.meta.url), 'utf8'),
) as AuthorityCase[];

const kobling = useKobling();

interface Reason {
  provision: { citation: string } | null;
}

interface Answer {
  outcome: string;
  size: string | null;
  jurisdictions: string[];
  maximumFine: { amountEur: number; turnoverPercent: number; provision: { citation: string } } | null;
  reasons: Reason[];
}

async function classify(input: object): Promise<Answer> {
  const { data, errors } = await kobling.ask(
    `query ($input: EntityProfileInput!) { classifyEntity(input: $input) {
      outcome size jurisdictions maximumFine { amountEur turnoverPercent provision { citation } }
      reasons { provision { citation } } } }`,
    { input },
  );
  if (!errors) return data.classifyEntity as Answer;
  const isRefusal = errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
  return {
    outcome: isRefusal ? 'ERROR' : 'BUG',
    size: null,
    jurisdictions: [],
    maximumFine: null,
    reasons: [],
  };
}

describe("an authority's own cases", () => {
  test('are more than four hundred', () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test.each(cases.map((one) => [`${one.id}: ${one.title}`, one] as const))(
    'come out as expected, %s',
    async (_, { input, expected }) => {
      const answer = await classify(input);
      if (expected.outcome) expect(expected.outcome).toContain(answer.outcome);
      if (answer.outcome === 'ERROR') return;
      if (expected.size !== undefined) expect(answer.size).toBe(expected.size);
      if (expected.jurisdictions)
        expect([...answer.jurisdictions].sort()).toEqual([...expected.jurisdictions].sort());
      const cited = answer.reasons.map(({ provision }) => provision?.citation ?? '').join('; ');
      for (const article of expected.article ?? []) expect(cited).toContain(article);
      const fine = answer.maximumFine;
      if (expected.maximumFine === null) expect(fine).toBeNull();
      if (expected.maximumFine) {
        expect(fine?.amountEur).toBeCloseTo(expected.maximumFine.amountEur, 2);
        expect(fine?.turnoverPercent).toBe(expected.maximumFine.turnoverPercent);
        expect(fine?.provision.citation).toContain(expected.maximumFine.article);
      }
    },
  );
});
