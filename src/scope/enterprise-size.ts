import type { SizeCeiling } from './scope-rule.entity.js';
import { EnterpriseSize } from './scope.enums.js';

/** What is known of an enterprise's size; null where it was not said. */
export interface Figures {
  headcount: number | null;
  turnoverEur: number | null;
  balanceSheetEur: number | null;
}

export type Figure = keyof Figures;

type Ceiling = Pick<SizeCeiling, 'size' | 'headcountBelow' | 'turnoverEur' | 'balanceSheetEur'>;

const SIZES = Object.values(EnterpriseSize);

/** Every size the figures allow, from small to large; one if they settle it (Annex to 2003/361/EC, Art. 2). */
export function possibleSizes(figures: Figures, ceilings: readonly Ceiling[]): EnterpriseSize[] {
  const within = SIZES.map((size) => {
    const ceiling = ceilings.find((one) => one.size === size);
    return ceiling ? isWithin(figures, ceiling) : true;
  });
  return SIZES.filter((_, rank) => within[rank] !== false && (rank === 0 || within[rank - 1] !== true));
}

/** Persons below the limit, and at least one of the two sums within its ceiling; null while figures are missing. */
function isWithin({ headcount, turnoverEur, balanceSheetEur }: Figures, ceiling: Ceiling): boolean | null {
  const money = either(
    turnoverEur === null ? null : turnoverEur <= ceiling.turnoverEur,
    balanceSheetEur === null ? null : balanceSheetEur <= ceiling.balanceSheetEur,
  );
  return both(headcount === null ? null : headcount < ceiling.headcountBelow, money);
}

/** The figures not yet said that decide whether an enterprise lies within one of these ceilings. */
export function missingFigures(figures: Figures, ceilings: readonly Ceiling[]): Figure[] {
  const { headcount, turnoverEur, balanceSheetEur } = figures;
  const open = ceilings.filter((ceiling) => isWithin(figures, ceiling) === null);
  return [
    ...(headcount === null && open.length > 0 ? (['headcount'] as const) : []),
    ...(turnoverEur === null &&
    open.some((one) => !(Number(balanceSheetEur ?? Infinity) <= one.balanceSheetEur))
      ? (['turnoverEur'] as const)
      : []),
    ...(balanceSheetEur === null && open.some((one) => !(Number(turnoverEur ?? Infinity) <= one.turnoverEur))
      ? (['balanceSheetEur'] as const)
      : []),
  ];
}

function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

function either(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}
