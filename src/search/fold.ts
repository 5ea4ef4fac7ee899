/**
 * How words are told apart, in what is searched and in what is looked for alike. It stands here and not in the
 * database, so that every engine finds the same.
 */
export interface Word {
  /** The word folded: lower case, without accents, `æ` as `ae`, `ø` as `oe`, `å` as `aa`. */
  text: string;
  /** Where it stands in the text as written. */
  start: number;
  end: number;
}

/** Letters and digits are words apart, so that `NIS2` is `NIS 2` and `A.5.19` is `A 5 19`. */
const WRITTEN_WORD = /\p{N}+|[\p{L}\p{M}]+/gu;
const HYPHEN = /[-\u2010\u2011]/;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/u;

/** Letters that take more than losing an accent. `ä` and `ö` are how others write `æ` and `ø`. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'oe',
  ö: 'oe',
  œ: 'oe',
  å: 'aa',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ł: 'l',
};

/** The words of a text in their order, each with its place in it. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WRITTEN_WORD)].flatMap(({ 0: written, index }) =>
    foldWord(written).map((folded) => ({ text: folded, start: index, end: index + written.length })),
  );
}

/** The folded words of a text. */
export function foldText(text: string): string[] {
  return wordsOf(text).map((word) => word.text);
}

/** Mostly one; a sign such as `½` comes apart into several, and a lone accent into none. */
function foldWord(written: string): string[] {
  // Most words are plain; the rest of this costs ten times as much.
  if (/^[A-Za-z0-9]+$/.test(written)) return [written.toLowerCase()];
  return (
    written
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[æäøöœåßþðđł]/g, (letter) => SPELLED_OUT[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC')
      // `ǽ` only shows its `æ` once the accent is gone.
      .replace(/[æø]/g, (letter) => SPELLED_OUT[letter] ?? letter)
      .split(NEITHER_LETTER_NOR_DIGIT)
      .filter(Boolean)
  );
}

/** Words joined by a hyphen, as the one word that others write: `multi-factor` as `multifactor`. */
export function joinedWordsOf(text: string): Word[] {
  if (!HYPHEN.test(text)) return [];
  const words = wordsOf(text);
  const joined: Word[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let last = first;
    while (isHyphenated(text, words[last], words[last + 1])) last += 1;
    if (last === first) continue;
    const parts = words.slice(first, last + 1);
    joined.push({
      text: parts.map((part) => part.text).join(''),
      start: parts[0]?.start ?? 0,
      end: parts.at(-1)?.end ?? 0,
    });
    first = last;
  }
  return joined;
}

function isHyphenated(text: string, left: Word | undefined, right: Word | undefined): boolean {
  if (!left || !right) return false;
  const between = text.slice(left.end, right.start);
  return (
    between.length === 1 &&
    HYPHEN.test(between) &&
    [left, right].every(({ text: word }) => /^\p{L}+$/u.test(word))
  );
}
