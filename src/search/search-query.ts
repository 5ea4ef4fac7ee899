import { foldText, joinedWordsOf } from './fold.js';
import type { SearchGraph } from './search.graph.js';
import { exactly } from './search-document.js';

/** Words that must stand one behind the other. */
export interface Phrase {
  words: string[];
  /** The last word may go on: `leverandør` is also found in `leverandørstyring`. */
  open: boolean;
}

/** One thing looked for, and the ways to say it: any will do, and all phrases of that one must be found. */
export interface Term {
  ways: Phrase[][];
}

/** What was looked for. All of its terms must be found. */
export interface SearchQuery {
  terms: Term[];
  /** The whole of it, and each synonym, as the one word that a record of that very name holds. */
  exact: string[];
}

const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** English and Danish inflect and compound at the end of a word; a single letter would begin half of them. */
const SHORTEST_OPEN_WORD = 2;

/** Among synonyms are abbreviations, which must not be found as the beginning of any word. */
const SHORTEST_OPEN_SYNONYM = 5;

/** Words that tell nothing on their own: they are not looked for unless nothing else was written, or in quotes. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by for from how in is it of on or that the to what when which who with ' +
    'af at de den der det eller en er et fra hvad hvem hvilke hvor hvornår i med og om på som til ved'
  )
    .split(' ')
    .flatMap(foldText),
);

/** No sign has a meaning of its own save the quotes of a phrase; without letter and digit there are no terms. */
export function readSearchQuery(text: string, graph: SearchGraph): SearchQuery {
  const quoted = [...text.matchAll(QUOTED)].map(([, inside = '']) => termOf(inside, 0));
  const bare = text
    .replace(QUOTED, ' ')
    .split(/[\s,;]+/)
    .flatMap(readChunk)
    .filter(isSaid);
  const widened = widen(bare, graph);
  const telling = widened.filter(({ ways }) => !ways.every(isFunctionWord));
  const terms = [...quoted.filter(isSaid), ...telling];
  return {
    terms: distinct(terms.length > 0 ? terms : widened),
    exact: [exactly(text), ...graph.synonymsOf(exactly(text)).map(exactly)],
  };
}

/** What stands between two spaces: a number with its punctuation is a phrase, anything else words. */
function readChunk(chunk: string): Term[] {
  if (/\p{N}/u.test(chunk)) return [termOf(chunk, SHORTEST_OPEN_WORD)];
  return chunk.split(/[^\p{L}\p{M}\-\u2010\u2011]+/u).map((part) => {
    const joined = joinedWordsOf(part).map((word) => [{ words: [word.text], open: true }]);
    return { ways: [...termOf(part, SHORTEST_OPEN_WORD).ways, ...joined] };
  });
}

/** A phrase whose last word may go on from a number of letters; never if that is 0. A number is always whole. */
function termOf(text: string, openFrom: number): Term {
  const words = foldText(text);
  const last = words.at(-1) ?? '';
  const open = openFrom > 0 && /^\p{L}+$/u.test(last) && last.length >= openFrom;
  return { ways: [[{ words, open }]] };
}

/** Puts beside words that have synonyms those too, beginning with the longest run of words that has any. */
function widen(terms: readonly Term[], graph: SearchGraph): Term[] {
  const widened: Term[] = [];
  let at = 0;
  while (at < terms.length) {
    let length = Math.min(graph.longestExpression, terms.length - at);
    while (length > 0 && synonymsOf(terms.slice(at, at + length), graph).length === 0) length -= 1;
    const run = terms.slice(at, at + Math.max(1, length));
    const synonyms = synonymsOf(run, graph).flatMap((one) => termOf(one, SHORTEST_OPEN_SYNONYM).ways);
    widened.push(...(synonyms.length > 0 ? [{ ways: [...waysOf(run), ...synonyms] }] : run));
    at += run.length;
  }
  return widened;
}

function synonymsOf(run: readonly Term[], graph: SearchGraph): readonly string[] {
  return graph.synonymsOf(run.flatMap(({ ways }) => ways[0]?.[0]?.words ?? []).join('_'));
}

/** Of several words all as they were written; of one, its other spelling too. */
function waysOf(run: readonly Term[]): Phrase[][] {
  const [only, ...more] = run;
  if (only && more.length === 0) return only.ways;
  const telling = run.filter(({ ways }) => !ways.every(isFunctionWord));
  return [telling.flatMap(({ ways }) => ways[0] ?? [])];
}

const isSaid = ({ ways }: Term) => ways.some((way) => way.some(({ words }) => words.length > 0));

const isFunctionWord = ([phrase, ...more]: Phrase[]) =>
  more.length === 0 && phrase?.words.length === 1 && FUNCTION_WORDS.has(phrase.words[0] ?? '');

function distinct(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}
