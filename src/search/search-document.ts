import type { Language } from '../shared/language.js';
import { foldText, joinedWordsOf } from './fold.js';
import type { SearchText } from './search-text.entity.js';

/** What of a record is searched, in one language. Where a word is found decides how far ahead the record stands. */
export interface SearchDocument {
  nodeId: string;
  language: Language;
  current: boolean;
  /** What it is called. */
  title: string;
  /** Other names: number, citation, aliases. */
  names: string[];
  /** How others write these names; found, but not shown. */
  spellings: string[];
  /** Names of what it belongs to or consists of. */
  context: string[];
  /** What it says. */
  summary: string[];
  /** Why it was judged so. */
  reasons: string[];
}

/** What the index holds of a document: folded words, apart by the place that they were found in. */
export interface FoldedDocument {
  /** Each name as one word, to tell the record that is called so from those that only mention it. */
  exact: string;
  names: string;
  context: string;
  summary: string;
  reasons: string;
}

export function foldDocument({
  title,
  names,
  spellings,
  context,
  summary,
  reasons,
}: SearchDocument): FoldedDocument {
  return {
    exact: [...new Set([title, ...names, ...spellings].map(exactly))].join(' '),
    names: folded([title, ...names, ...spellings]),
    context: folded(context),
    summary: folded(summary),
    reasons: folded(reasons),
  };
}

/** A whole name as one word. No folded word holds an underscore. */
export function exactly(name: string): string {
  return foldText(name).join('_');
}

function folded(texts: readonly string[]): string {
  // Joined words stand behind all others, so that they do not come between the words of a phrase.
  const joined = texts.flatMap((text) => joinedWordsOf(text).map((word) => word.text));
  return [...texts.flatMap(foldText), ...joined].join(' ');
}

/** The row that a document is stored as. Its position is that among all rows. */
export function searchTextOf(document: SearchDocument): Omit<SearchText, 'position'> {
  const { nodeId, language, current, title, names, context, summary, reasons } = document;
  const texts = [title, ...context, ...names, ...summary, ...reasons];
  return {
    nodeId,
    language,
    current,
    titleWords: foldText(title).length,
    allWords: foldText(texts.join(' ')).length,
    texts: [...new Set(texts)].filter(Boolean),
  };
}
