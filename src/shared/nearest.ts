import { distance } from 'fastest-levenshtein';

const MOST_SUGGESTIONS = 3;
const LONGEST_COMPARED = 200;

/** Finds the nearest among the values it was made of; see `nearest`. */
export type NearestFinder = (written: string) => string[];

/**
 * The known values nearest to what was written, best first, at most three; empty when nothing is near.
 * Near means: no more than a third of the longer text would have to change.
 */
export function nearest(written: string, known: Iterable<string>): string[] {
  return createNearestFinder(known)(written);
}

/** The same over values that are asked again and again: what can be known of each of them is counted once. */
export function createNearestFinder(known: Iterable<string>): NearestFinder {
  const candidates = Array.from(known, (value) => {
    const folded = value.toLowerCase();
    return { value, folded, letters: countLetters(folded) };
  });
  return (written) => {
    const wanted = written.slice(0, LONGEST_COMPARED).toLowerCase();
    const letters = countLetters(wanted);
    const scored: { value: string; score: number; shared: number }[] = [];
    for (const candidate of candidates) {
      const longer = Math.max(wanted.length, candidate.folded.length);
      // Lengths and letters already rule nearly all candidates out, at a fraction of the cost of comparing them.
      if (Math.abs(wanted.length - candidate.folded.length) > longer / 3) continue;
      if (fewestChanges(letters, candidate.letters) > longer / 3) continue;
      const score = distance(wanted, candidate.folded);
      if (score > longer / 3) continue;
      scored.push({ value: candidate.value, score, shared: sharedStart(wanted, candidate.folded) });
    }
    scored.sort((a, b) => a.score - b.score || b.shared - a.shared || (a.value < b.value ? -1 : 1));
    return scored.slice(0, MOST_SUGGESTIONS).map(({ value }) => value);
  };
}

/** Letters share 32 counters; that two of them meet in one only makes texts look more alike than they are. */
const COUNTERS = 32;

function countLetters(text: string): Uint16Array {
  const counts = new Uint16Array(COUNTERS);
  for (let at = 0; at < text.length; at += 1) {
    const counter = text.charCodeAt(at) % COUNTERS;
    counts[counter] = (counts[counter] ?? 0) + 1;
  }
  return counts;
}

/** At least so many letters must be added, taken away or exchanged, wherever they stand. */
function fewestChanges(a: Uint16Array, b: Uint16Array): number {
  let more = 0;
  let less = 0;
  for (let at = 0; at < COUNTERS; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less);
}

/** Of two equally near values the one that starts alike is meant: people slip more at the end. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
