import { joinedWordsOf, wordsOf, type Word } from './fold.js';
import type { Phrase, SearchQuery, Term } from './search-query.js';

export const LONGEST_EXCERPT = 200;
export const MARK = '**';
export const CUT = '…';

/** How much of a long text stands ahead of the first match. */
const LEAD = 60;

interface Span {
  start: number;
  end: number;
}

/** The text that holds most of the terms, the first among equals, with what was found marked. */
export function excerptOf(texts: readonly string[], query: SearchQuery): string {
  let best: { text: string; spans: Span[]; terms: number } = { text: texts[0] ?? '', spans: [], terms: 0 };
  for (const text of texts) {
    const found = query.terms.map((term) => spansOf(term, text)).filter((spans) => spans.length > 0);
    if (found.length > best.terms) best = { text, spans: merge(found.flat()), terms: found.length };
  }
  return mark(best.text, best.spans, windowOf(best.text, best.spans));
}

function spansOf({ phrases }: Term, text: string): Span[] {
  const words = wordsOf(text);
  const joined = joinedWordsOf(text);
  return phrases.flatMap((phrase) => [
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
    if (before && span.start < before.end) before.end = Math.max(before.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
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
  for (const span of spans.filter((one) => one.start >= start && one.end <= end)) {
    excerpt += `${text.slice(at, span.start)}${MARK}${text.slice(span.start, span.end)}${MARK}`;
    at = span.end;
  }
  return `${excerpt}${text.slice(at, end)}${end < text.length ? CUT : ''}`;
}
