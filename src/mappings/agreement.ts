/** Two readers' verdicts on one pair of an obligation and a clause, and what was made of them. */
export interface TwiceReadPair {
  obligation: string;
  standard: string;
  clause: string;
  /** What stood in the seed, unseen by the second reader; null where it had no edge. */
  first: Verdict | null;
  /** What the second reader said; null for "nothing in common". */
  second: Verdict | null;
  /** For pairs that the method's own page uses as an example: the reader knew the answer. */
  example?: boolean;
  /** Required where the two differ on relationship or topics. */
  resolution?: { kept: 'FIRST' | 'SECOND' | 'NEITHER'; because: string };
}

export interface Verdict {
  relationship: string;
  topics: string[];
  strength: number;
}

/** How far two readers agree. Shares are between 0 and 1. */
export interface Agreement {
  pairs: number;
  /** Both say the same relationship, "nothing in common" included. */
  relationship: number;
  /** The same beyond what chance would give (Cohen's kappa): 1 is always, 0 is chance. */
  kappa: number;
  /** Both say the same of FULL, PARTIAL or NONE. */
  covers: number;
  /** Both name the same topics as fully answered. */
  topics: number;
  /** Of the pairs both relate: strength differs by two at most. */
  strength: number;
}

const NONE = 'NO_RELATIONSHIP';
const relationshipOf = (verdict: Verdict | null) => verdict?.relationship ?? NONE;
const topicsOf = (verdict: Verdict | null) => [...(verdict?.topics ?? [])].sort().join(' ');

/** What an edge of each relationship covers, as the method's table has it. */
const COVERS: Readonly<Record<string, string>> = {
  EQUAL: 'FULL',
  SUBSET_OF: 'FULL',
  SUPERSET_OF: 'PARTIAL',
  INTERSECTS_WITH: 'PARTIAL',
  [NONE]: 'NONE',
};

export const differs = ({ first, second }: TwiceReadPair) =>
  relationshipOf(first) !== relationshipOf(second) || topicsOf(first) !== topicsOf(second);

export function agreementOf(pairs: readonly TwiceReadPair[]): Agreement {
  const share = (some: readonly TwiceReadPair[], agree: (pair: TwiceReadPair) => boolean) =>
    some.length === 0 ? 1 : some.filter(agree).length / some.length;
  const related = pairs.filter(
    ({ first, second }) => relationshipOf(first) !== NONE && relationshipOf(second) !== NONE,
  );
  const relationship = share(pairs, (pair) => relationshipOf(pair.first) === relationshipOf(pair.second));
  return {
    pairs: pairs.length,
    relationship,
    kappa: kappaOf(pairs, relationship),
    covers: share(
      pairs,
      ({ first, second }) => COVERS[relationshipOf(first)] === COVERS[relationshipOf(second)],
    ),
    topics: share(pairs, ({ first, second }) => topicsOf(first) === topicsOf(second)),
    strength: share(
      related,
      ({ first, second }) => Math.abs((first?.strength ?? 0) - (second?.strength ?? 0)) <= 2,
    ),
  };
}

function kappaOf(pairs: readonly TwiceReadPair[], observed: number): number {
  const expected = Object.keys(COVERS).reduce((sum, relationship) => {
    const shareOf = (who: 'first' | 'second') =>
      pairs.filter((pair) => relationshipOf(pair[who]) === relationship).length / pairs.length;
    return sum + shareOf('first') * shareOf('second');
  }, 0);
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}
