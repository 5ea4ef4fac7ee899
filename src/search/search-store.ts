import { In, type EntityManager } from 'typeorm';
import type { Language } from '../shared/language.js';
import { matchFullText, type Match } from './full-text.js';
import type { SearchQuery } from './search-query.js';
import { SearchText } from './search-text.entity.js';

/** What is searched, in the database that the release in memory was read from. */
export interface SearchStore {
  match(query: SearchQuery, language: Language | null): Promise<Match[]>;
  /** The texts of the rows of one page. */
  textsAt(positions: readonly number[]): Promise<ReadonlyMap<number, string[]>>;
}

export function createSearchStore(manager: EntityManager): SearchStore {
  return {
    match: (query, language) => matchFullText(manager, query, language),
    async textsAt(positions) {
      if (positions.length === 0) return new Map();
      const rows = await manager.findBy(SearchText, { position: In([...positions]) });
      return new Map(rows.map(({ position, texts }) => [position, texts]));
    },
  };
}
