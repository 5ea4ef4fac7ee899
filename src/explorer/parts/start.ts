import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Address } from '../address.js';
import type { StandardAnswer, StartAnswer } from '../answers.js';

/** What was asked first: standards, sectors, measures, the release. */
export const StartContext = createContext<StartAnswer>({
  dataset: { version: '', releasedOn: '', licence: '', disclaimer: '' },
  standards: [],
  sectors: [],
  measures: [],
});

export const useStart = () => useContext(StartContext);

const isCurrent = ({ supersededBy }: StandardAnswer) => supersededBy.length === 0;

/** True if the standard answers in the sector that was chosen: one for everybody does in each. */
export const answersIn = ({ sectors }: StandardAnswer, sector: string | undefined) =>
  sector === undefined || sectors.length === 0 || sectors.some(({ id }) => id === `sector/nis2/${sector}`);

/** The standards of an address, in the order of the release: those named, otherwise the current ones that fit. */
export function chosenStandards(standards: readonly StandardAnswer[], address: Address): StandardAnswer[] {
  const named = new Set(address.standards.map((name) => `standard/${name}`));
  const chosen =
    named.size > 0
      ? standards.filter(({ id }) => named.has(id))
      : standards.filter(
          (standard) =>
            isCurrent(standard) && (standard.sectors.length === 0 || address.sector !== undefined),
        );
  return chosen.filter((standard) => answersIn(standard, address.sector)).sort(byUse);
}

/** What can be certified first, then guidance, then guidance for a sector; of each the one that holds most. */
function byUse(one: StandardAnswer, other: StandardAnswer): number {
  const rank = ({ role }: StandardAnswer) => ['REQUIREMENTS', 'GUIDANCE', 'SECTOR_GUIDANCE'].indexOf(role);
  return rank(one) - rank(other) || other.clauses.totalCount - one.clauses.totalCount;
}

/** `ISO/IEC 27001` and `2022`, so that a narrow column can set the year apart. */
export function partsOf(reference: string): [name: string, year: string] {
  const [name = reference, year = ''] = reference.split(':');
  return [name, year];
}
