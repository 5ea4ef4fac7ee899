import { Language } from '../shared/language.js';
import { PLACE_OF_SUMMARY, type Match } from './full-text.js';

/**
 * One match a record, best first. Ahead stands what is called so, then what has the words in its name, in the names
 * around it, in what it says, in why it was judged so; among those what is in force, then the shorter text, of which
 * the words are the greater part, then the order of the release. No two are alike, so the order is always the same.
 */
export function rankMatches(matches: readonly Match[]): Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.nodeId);
    if (!known || isBetterLanguage(match, known)) best.set(match.nodeId, match);
  }
  return [...best.values()].sort(
    (a, b) =>
      levelOf(a) - levelOf(b) ||
      Number(b.current) - Number(a.current) ||
      sizeOf(a) - sizeOf(b) ||
      a.position - b.position,
  );
}

/** The language that has the words in the better place; English if both have. */
function isBetterLanguage(match: Match, known: Match): boolean {
  return match.place < known.place || (match.place === known.place && match.language === Language.EN);
}

/** What is superseded stands one level down: its old title must not hide the one that took its place. */
function levelOf({ place, current }: Match): number {
  return current ? place : place + 1;
}

function sizeOf({ place, titleWords, allWords }: Match): number {
  return place < PLACE_OF_SUMMARY ? titleWords : allWords;
}
