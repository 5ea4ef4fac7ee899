import { joinedWordsOf, wordsOf, type Word } from './fold.js';
import type { Phrase, SearchQuery, Term } from './search-query.js';

export const LONGEST_EXCERPT = 200;
const MARK = '**';
const CUT = '…';

/** How much of a long text stands ahead of the first match. */
const LEAD = 60;

interface Span {
  start: number;
  end: number;
}

/** The text that holds most of the terms, the first among equals, with what was found marked. */
export function excerptOf(texts: readonly string[], { terms }: SearchQuery): string {
  // A name may be found as others spell it (`ISO27001`); then its words are looked for one by one.
  const { text, spans } = mostOf(terms, texts) ?? mostOf(terms.flatMap(apart), texts) ?? unmarked(texts);
  const closed = spans.map((span) => closeBracket(span, text));
  return mark(text, closed, windowOf(text, closed));
}

interface Marked {
  text: string;
  spans: Span[];
}

function mostOf(terms: readonly Term[], texts: readonly string[]): Marked | null {
  let most = 0;
  let best: Marked | null = null;
  for (const text of texts) {
    const found = terms.map((term) => spansOf(term, text)).filter((spans) => spans.length > 0);
    if (found.length > most) best = { text, spans: merge(found.flat()) };
    most = Math.max(most, found.length);
  }
  return best;
}

const unmarked = (texts: readonly string[]): Marked => ({ text: texts[0] ?? '', spans: [] });

function apart({ ways }: Term): Term[] {
  return ways
    .flat()
    .flatMap(({ words }) => words.map((word) => ({ ways: [[{ words: [word], open: false }]] })));
}

function spansOf({ ways }: Term, text: string): Span[] {
  const words = wordsOf(text);
  const joined = joinedWordsOf(text);
  return ways
    .flat()
    .flatMap((phrase) => [
      ...placesOf(phrase, words),
      ...(phrase.words.length === 1 ? placesOf(phrase, joined) : []),
    ]);
}

function placesOf({ words, open }: Phrase, text: readonly Word[]): Span[] {
  const last = words.length - 1;
  const fits = (word: Word | undefined, index: number) =>
    open && index === last ? word?.text.startsWith(words[index] ?? '') : word?.text === words[index];
  return text.flatMap((first, start) => {
    const found = words.every((_, index) => fits(text[start + index], index));
    return found ? [{ start: first.start, end: text[start + last]?.end ?? first.end }] : [];
  });
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = merged.at(-1);
    if (before && span.start <= before.end) before.end = Math.max(before.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** `21(2)(c)` ends behind the bracket that it opened. */
function closeBracket({ start, end }: Span, text: string): Span {
  const written = text.slice(start, end);
  const isOpen = written.lastIndexOf('(') > written.lastIndexOf(')');
  return { start, end: isOpen && text[end] === ')' ? end + 1 : end };
}

/** The part of a text that is shown: whole words around the first match. */
function windowOf(text: string, [first]: readonly Span[]): Span {
  if (text.length <= LONGEST_EXCERPT) return { start: 0, end: text.length };
  const wanted = Math.max(0, Math.min((first?.start ?? 0) - LEAD, text.length - LONGEST_EXCERPT));
  const space = text.indexOf(' ', wanted - 1);
  const start = wanted === 0 || space < 0 || space >= (first?.start ?? 0) ? wanted : space + 1;
  if (start + LONGEST_EXCERPT >= text.length) return { start, end: text.length };
  const end = text.lastIndexOf(' ', start + LONGEST_EXCERPT);
  return { start, end: end <= (first?.end ?? start) ? start + LONGEST_EXCERPT : end };
}

function mark(text: string, spans: readonly Span[], { start, end }: Span): string {
  let excerpt = start > 0 ? CUT : '';
  let at = start;
  for (const span of spans.filter((one) => one.start >= start && one.start < end)) {
    const stop = Math.min(span.end, end);
    excerpt += `${text.slice(at, span.start)}${MARK}${text.slice(span.start, stop)}${MARK}`;
    at = stop;
  }
  return `${excerpt}${text.slice(at, end)}${end < text.length ? CUT : ''}`;
}
