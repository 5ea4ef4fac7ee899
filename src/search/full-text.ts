import type { EntityManager } from 'typeorm';
import type { Language } from '../shared/language.js';
import { foldDocument, type FoldedDocument, type SearchDocument } from './search-document.js';
import type { Phrase, SearchQuery } from './search-query.js';
import type { SearchText } from './search-text.entity.js';

/**
 * The full text index of the embedded database, SQLite's FTS5, and the only place that knows it. The engine matches
 * words, beginnings of words and phrases; what a word is was settled when it was folded, and in which order results
 * stand is settled by `rank.ts`, so that another engine answers alike.
 */
const INDEX = 'search_index';
const COLUMNS = [
  'exact',
  'names',
  'context',
  'summary',
  'reasons',
] as const satisfies (keyof FoldedDocument)[];
type Column = (typeof COLUMNS)[number];

// Folded words are letters, digits and `_`; `ascii` leaves all other letters whole. The texts are in search_text.
export const FULL_TEXT_LAYOUT = `CREATE VIRTUAL TABLE ${INDEX} USING fts5(${COLUMNS.join(', ')}, content='', columnsize=0, prefix='2 3', tokenize="ascii tokenchars '_'")`;

const DOCUMENTS_PER_STATEMENT = 500;

/** Writes the index beside the rows of `search_text`, in which document number n has position n. */
export async function writeFullText(
  manager: EntityManager,
  documents: readonly SearchDocument[],
): Promise<void> {
  await manager.query(FULL_TEXT_LAYOUT);
  for (let start = 0; start < documents.length; start += DOCUMENTS_PER_STATEMENT) {
    const batch = documents.slice(start, start + DOCUMENTS_PER_STATEMENT);
    const values = batch.flatMap((document, index) => {
      const folded = foldDocument(document);
      return [start + index, ...COLUMNS.map((column) => folded[column])];
    });
    const row = `(${['rowid', ...COLUMNS].map(() => '?').join(', ')})`;
    await manager.query(
      `INSERT INTO ${INDEX} (rowid, ${COLUMNS.join(', ')}) VALUES ${batch.map(() => row).join(', ')}`,
      values,
    );
  }
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

const PLACES: readonly { place: Place; columns: Column[]; expression: (query: SearchQuery) => string }[] = [
  { place: Place.EXACT, columns: ['exact'], expression: ({ exact }) => exact.map(quote).join(' OR ') },
  { place: Place.NAMES, columns: ['names'], expression: (query) => allOf(query, closed) },
  { place: Place.NAMES_BEGIN, columns: ['names'], expression: (query) => allOf(query) },
  { place: Place.CONTEXT, columns: ['names', 'context'], expression: (query) => allOf(query) },
  { place: Place.SUMMARY, columns: ['names', 'context', 'summary'], expression: (query) => allOf(query) },
  {
    place: Place.REASONS,
    columns: ['names', 'context', 'summary', 'reasons'],
    expression: (query) => allOf(query),
  },
];

/** Every record that holds all terms, in one statement and in no order. */
export async function matchFullText(
  manager: EntityManager,
  query: SearchQuery,
  language: Language | null,
): Promise<Match[]> {
  if (query.terms.length === 0) return [];
  const found = PLACES.map(
    ({ place }) => `SELECT rowid, ${place} AS place FROM ${INDEX} WHERE ${INDEX} MATCH ?`,
  );
  const expressions = PLACES.map(
    ({ columns, expression }) => `{${columns.join(' ')}} : (${expression(query)})`,
  );
  const rows = await manager.query<(Omit<Match, 'current'> & { current: number })[]>(
    `SELECT text."position", text."nodeId", text."language", text."current", text."titleWords", text."allWords",
       min(found.place) AS "place"
     FROM (${found.join(' UNION ALL ')}) found
     JOIN search_text text ON text."position" = found.rowid
     ${language === null ? '' : 'WHERE text."language" = ?'}
     GROUP BY text."position"`,
    [...expressions, ...(language === null ? [] : [language])],
  );
  return rows.map((row) => ({ ...row, current: row.current === 1 }));
}

const closed = (phrase: Phrase): Phrase => ({ ...phrase, open: false });

function allOf({ terms }: SearchQuery, change = (phrase: Phrase) => phrase): string {
  const printWay = (way: Phrase[]) => `(${way.map((phrase) => printPhrase(change(phrase))).join(' AND ')})`;
  return terms.map(({ ways }) => `(${ways.map(printWay).join(' OR ')})`).join(' AND ');
}

const printPhrase = ({ words, open }: Phrase) => `${quote(words.join(' '))}${open ? ' *' : ''}`;

/** Folded words hold no quote; inside quotes nothing has a meaning of its own. */
const quote = (words: string) => `"${words}"`;
