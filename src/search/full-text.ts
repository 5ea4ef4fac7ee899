import type { EntityManager } from 'typeorm';
import type { Language } from '../shared/language.js';
import type { SearchDocument } from './search-document.js';
import type { Phrase, SearchQuery } from './search-query.js';
import type { SearchText } from './search-text.entity.js';

/**
 * The full text index of one engine. The engine matches words, beginnings of words and phrases; what a word is was
 * settled when it was folded, and in which order results stand is settled by `rank.ts`, so that every engine answers
 * alike.
 */
export interface FullText {
  /** What the index is made of; another one makes another database. */
  layout: string;
  /** Writes the index beside the rows of `search_text`, in which document number n has position n. */
  write(manager: EntityManager, documents: readonly SearchDocument[]): Promise<void>;
  /** Every record that holds all terms, in one statement and in no order. */
  match(manager: EntityManager, query: SearchQuery, language: Language | null): Promise<Match[]>;
}

/** Where the terms of a search can be found, the most telling place first. */
export enum Place {
  /** It is called just so. */
  EXACT,
  NAMES,
  /** In its names, but of some term only the beginning of a word. */
  NAMES_BEGIN,
  CONTEXT,
  SUMMARY,
  REASONS,
}

/** A record in one language that holds all terms, and the best place that holds them. */
export interface Match extends Omit<SearchText, 'texts'> {
  place: Place;
}

export const DOCUMENTS_PER_STATEMENT = 500;

/** The same words, none of which may go on. */
export const closed = (phrase: Phrase): Phrase => ({ ...phrase, open: false });
