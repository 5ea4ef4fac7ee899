import { foldText, joinedWordsOf } from './fold.js';
import { exactly } from './search-document.js';

/** Words that must stand one behind the other. */
export interface Phrase {
  words: string[];
  /** The last word may go on: `leverandør` is also found in `leverandørstyring`. */
  open: boolean;
}

/** One thing looked for; any of its phrases will do. */
export interface Term {
  phrases: Phrase[];
}

/** What was looked for. All of its terms must be found. */
export interface SearchQuery {
  terms: Term[];
  /** The whole of it as the one word that a record of that very name holds. */
  exact: string;
}

const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** English and Danish inflect and compound at the end of a word; of one letter too much would be an ending. */
const SHORTEST_OPEN_WORD = 2;

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
export function readSearchQuery(text: string): SearchQuery {
  const quoted = [...text.matchAll(QUOTED)].map(([, inside = '']) => phraseTerm(inside, false));
  const bare = text
    .replace(QUOTED, ' ')
    .split(/[\s,;]+/)
    .flatMap(readChunk);
  const telling = bare.filter(({ phrases }) => !phrases.every(isFunctionWord));
  const terms = [...quoted, ...telling].filter(isSaid);
  if (terms.length === 0) terms.push(...bare.filter(isSaid));
  return { terms: distinct(terms), exact: exactly(text) };
}

/** What stands between two spaces: a number with its punctuation is a phrase, anything else words. */
function readChunk(chunk: string): Term[] {
  if (/\p{N}/u.test(chunk)) return [phraseTerm(chunk, true)];
  return chunk.split(/[^\p{L}\p{M}\-\u2010\u2011]+/u).map((part) => {
    const phrase = phraseTerm(part, true);
    const joined = joinedWordsOf(part).map((word) => ({ words: [word.text], open: true }));
    return { phrases: [...phrase.phrases, ...joined] };
  });
}

function phraseTerm(text: string, mayGoOn: boolean): Term {
  const words = foldText(text);
  const last = words.at(-1) ?? '';
  // A number is whole: A.5.1 is not A.5.19.
  const open = mayGoOn && /^\p{L}+$/u.test(last) && last.length >= SHORTEST_OPEN_WORD;
  return { phrases: [{ words, open }] };
}

const isSaid = ({ phrases }: Term) => phrases.some(({ words }) => words.length > 0);

const isFunctionWord = ({ words }: Phrase) => words.length === 1 && FUNCTION_WORDS.has(words[0] ?? '');

function distinct(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}
