import { In, type DataSource } from 'typeorm';
import type { Read } from '../shared/database.js';
import type { Language } from '../shared/language.js';
import { POSTGRES_FULL_TEXT } from './full-text-postgres.js';
import { SQLITE_FULL_TEXT } from './full-text-sqlite.js';
import type { FullText, Match } from './full-text.js';
import type { SearchQuery } from './search-query.js';
import { SearchText } from './search-text.entity.js';

/** What is searched, in the database that the release in memory was read from. */
export interface SearchStore {
  match(query: SearchQuery, language: Language | null): Promise<Match[]>;
  /** The texts of the rows of one page. */
  textsAt(positions: readonly number[]): Promise<ReadonlyMap<number, string[]>>;
}

export function createSearchStore(read: Read): SearchStore {
  return {
    match: (query, language) =>
      query.terms.length === 0
        ? Promise.resolve([])
        : read((manager) => fullTextOf(manager.dataSource).match(manager, query, language)),
    async textsAt(positions) {
      if (positions.length === 0) return new Map();
      const rows = await read((manager) => manager.findBy(SearchText, { position: In([...positions]) }));
      return new Map(rows.map(({ position, texts }) => [position, texts]));
    },
  };
}

/** The index of the engine that a database is of. */
export function fullTextOf({ options }: DataSource): FullText {
  return options.type === 'postgres' ? POSTGRES_FULL_TEXT : SQLITE_FULL_TEXT;
}
