import { KOBLING, type Row } from './measure.js';
import type { Size } from './operations.js';

const REPEAT = 1.1;
const NEVER_SEEN: Readonly<Record<Size, number>> = { small: 3, page: 6, largest: 15 };

/** The most that Kobling may cost, as a multiple of the floor. What is never kept is computed each time it is asked. */
export function goalOf({ operation, asking }: Row): number {
  return asking === 'repeat' && !operation.remark ? REPEAT : NEVER_SEEN[operation.size];
}

/** What of the goals a row meets, in words. */
export function verdictOf(row: Row): string {
  const own = row.ratios.get(KOBLING) ?? Infinity;
  const ahead = [...row.ratios.values()].every((ratio) => ratio >= own);
  return `${own <= goalOf(row) ? 'met' : 'MISSED'}${row.ratios.size > 1 ? (ahead ? ', ahead' : ', BEHIND A PEER') : ''}`;
}
