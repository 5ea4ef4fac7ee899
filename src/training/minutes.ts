/** Courses are planned in steps of five minutes. */
const STEP = 5;

/**
 * Shares minutes out by weight: everybody has the shortest time first, and what is left goes by weight, in steps,
 * the last ones to the largest fractions (the method of Hamilton). Minutes short of a step go to the heaviest. The
 * sum is always `total`, and more weight never has less time. Of equals the first comes first.
 */
export function shareMinutes(total: number, weights: readonly number[], shortest: number): number[] {
  const steps = Math.floor((total - shortest * weights.length) / STEP);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const quotas = weights.map((weight) => (steps * weight) / sum);
  const shares = quotas.map(Math.floor);
  const byFraction = quotas.map((quota, index) => ({ index, fraction: quota - Math.floor(quota) }));
  byFraction.sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  const over = steps - shares.reduce((all, share) => all + share, 0);
  const extra = new Set(byFraction.slice(0, over).map(({ index }) => index));
  const minutes = shares.map((share, index) => shortest + STEP * (share + (extra.has(index) ? 1 : 0)));
  const heaviest = weights.indexOf(Math.max(...weights));
  const rest = total - minutes.reduce((all, one) => all + one, 0);
  return minutes.map((one, index) => (index === heaviest ? one + rest : one));
}
