import { Language } from '../shared/language.js';
import { Place, type Match } from './full-text.js';

/** Names stand together, whether they hold the words or begin with them: `sizeOf` weighs the two. */
const LEVELS: Readonly<Record<Place, number>> = {
  [Place.EXACT]: 0,
  [Place.NAMES]: 1,
  [Place.NAMES_BEGIN]: 1,
  [Place.CONTEXT]: 2,
  [Place.SUMMARY]: 3,
  [Place.REASONS]: 4,
};

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
  return LEVELS[place] + (current ? 0 : 1);
}

function sizeOf({ place, titleWords, allWords }: Match): number {
  if (place >= Place.SUMMARY) return allWords;
  // A word of which only the beginning was looked for counts half, so that what has it whole is ahead.
  return place === Place.NAMES_BEGIN ? 2 * titleWords : titleWords;
}
