import { distance } from 'fastest-levenshtein';

const MOST_SUGGESTIONS = 3;
const LONGEST_COMPARED = 200;

/**
 * The known values nearest to what was written, best first, at most three; empty when nothing is near.
 * Near means: no more than a third of the longer text would have to change.
 */
export function nearest(written: string, known: Iterable<string>): string[] {
  const wanted = written.slice(0, LONGEST_COMPARED).toLowerCase();
  const scored: { value: string; score: number; shared: number }[] = [];
  for (const value of known) {
    const longer = Math.max(wanted.length, value.length);
    // Lengths alone already rule most candidates out, at a fraction of the cost of comparing them.
    if (Math.abs(wanted.length - value.length) > longer / 3) continue;
    const score = distance(wanted, value.toLowerCase());
    if (score <= longer / 3) scored.push({ value, score, shared: sharedStart(wanted, value.toLowerCase()) });
  }
  scored.sort((a, b) => a.score - b.score || b.shared - a.shared || (a.value < b.value ? -1 : 1));
  return scored.slice(0, MOST_SUGGESTIONS).map(({ value }) => value);
}

/** Of two equally near values the one that starts alike is meant: people slip more at the end. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
