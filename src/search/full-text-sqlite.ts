import type { EntityManager } from 'typeorm';
import type { Language } from '../shared/language.js';
import { closed, DOCUMENTS_PER_STATEMENT, Place, type FullText, type Match } from './full-text.js';
import { foldDocument, type FoldedDocument, type SearchDocument } from './search-document.js';
import type { Phrase, SearchQuery } from './search-query.js';

/** The index of the embedded database: SQLite's FTS5, and the only place that knows it. */
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
const LAYOUT = `CREATE VIRTUAL TABLE ${INDEX} USING fts5(${COLUMNS.join(', ')}, content='', columnsize=0, prefix='2 3', tokenize="ascii tokenchars '_'")`;

export const SQLITE_FULL_TEXT: FullText = { layout: LAYOUT, write, match };

async function write(manager: EntityManager, documents: readonly SearchDocument[]): Promise<void> {
  await manager.query(LAYOUT);
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

async function match(
  manager: EntityManager,
  query: SearchQuery,
  language: Language | null,
): Promise<Match[]> {
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

function allOf({ terms }: SearchQuery, change = (phrase: Phrase) => phrase): string {
  const printWay = (way: Phrase[]) => `(${way.map((phrase) => printPhrase(change(phrase))).join(' AND ')})`;
  return terms.map(({ ways }) => `(${ways.map(printWay).join(' OR ')})`).join(' AND ');
}

const printPhrase = ({ words, open }: Phrase) => `${quote(words.join(' '))}${open ? ' *' : ''}`;

/** Folded words hold no quote; inside quotes nothing has a meaning of its own. */
const quote = (words: string) => `"${words}"`;
