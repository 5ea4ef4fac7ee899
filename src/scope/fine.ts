import type { ScopeEffects } from './scope-rule.entity.js';

/** The fixed amount or the share of turnover, whichever is higher, in euro and cents; the amount if turnover is not known. */
export function maximumFine(
  { amountEur, turnoverPercent }: NonNullable<ScopeEffects['fine']>,
  turnoverEur: number | null,
): number {
  // Per cent of euro are cents, so rounding before the division keeps 1.4 % free of binary dust.
  return Math.max(amountEur, Math.round((turnoverEur ?? 0) * turnoverPercent) / 100);
}
