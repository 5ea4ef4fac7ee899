import type { EntityManager } from 'typeorm';
import type { Language } from '../shared/language.js';
import { closed, DOCUMENTS_PER_STATEMENT, Place, type FullText, type Match } from './full-text.js';
import { foldDocument, type FoldedDocument, type SearchDocument } from './search-document.js';
import type { Phrase, SearchQuery } from './search-query.js';
import { SearchText } from './search-text.entity.js';

/** PostgreSQL's text search, and the only place that knows it. Its own parser and dictionaries are never asked. */
const INDEX = 'search_index';
const COLUMNS = `"position" integer PRIMARY KEY, "exact" text[] NOT NULL, "words" tsvector NOT NULL`;
const INDEXES = ['exact', 'words'];

export const POSTGRES_FULL_TEXT: FullText = {
  layout: `CREATE TABLE ${INDEX} (${COLUMNS}); GIN (${INDEXES.join('), GIN (')})`,
  write,
  match,
};

/** The fields of a document by the weight that marks their words in `words`. */
const WEIGHTS = { names: 'A', context: 'B', summary: 'C', reasons: 'D' } as const satisfies Partial<
  Record<keyof FoldedDocument, string>
>;

/** PostgreSQL counts positions, and positions of one word, no further than this, and says nothing. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS_OF_A_WORD = 255;

async function write(manager: EntityManager, documents: readonly SearchDocument[]): Promise<void> {
  const table = besideTexts(manager, INDEX);
  await manager.query(`CREATE TABLE ${table} (${COLUMNS})`);
  for (let start = 0; start < documents.length; start += DOCUMENTS_PER_STATEMENT) {
    const batch = documents.slice(start, start + DOCUMENTS_PER_STATEMENT);
    const values = batch.flatMap((document, index) => {
      const folded = foldDocument(document);
      return [start + index, folded.exact.split(' ').filter(Boolean), printVector(folded, document.nodeId)];
    });
    const rows = batch.map((_, row) => `($${row * 3 + 1}, $${row * 3 + 2}, $${row * 3 + 3}::tsvector)`);
    await manager.query(`INSERT INTO ${table} VALUES ${rows.join(', ')}`, values);
  }
  for (const column of INDEXES) await manager.query(`CREATE INDEX ON ${table} USING gin ("${column}")`);
  await manager.query(`ANALYZE ${table}`);
}

/** `'backup':1A,9C 'policy':2A`: each word with where it stands. No phrase reaches from one field into the next. */
function printVector(folded: FoldedDocument, nodeId: string): string {
  const positions = new Map<string, string[]>();
  let position = 0;
  for (const [field, weight] of Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, string][]) {
    for (const word of folded[field].split(' ').filter(Boolean)) {
      position += 1;
      positions.set(word, [...(positions.get(word) ?? []), `${position}${weight}`]);
    }
    position += 1;
  }
  const most = Math.max(0, ...[...positions.values()].map(({ length }) => length));
  if (position > LAST_POSITION || most > MOST_POSITIONS_OF_A_WORD)
    throw new Error(`The texts of ${nodeId} are too long to be searched in PostgreSQL. Shorten them.`);
  return [...positions].map(([word, at]) => `${quote(word)}:${at.join(',')}`).join(' ');
}

const PLACES: readonly { place: Place; weights: string; change?: (phrase: Phrase) => Phrase }[] = [
  { place: Place.NAMES, weights: 'A', change: closed },
  { place: Place.NAMES_BEGIN, weights: 'A' },
  { place: Place.CONTEXT, weights: 'AB' },
  { place: Place.SUMMARY, weights: 'ABC' },
  { place: Place.REASONS, weights: 'ABCD' },
];

async function match(
  manager: EntityManager,
  query: SearchQuery,
  language: Language | null,
): Promise<Match[]> {
  const index = besideTexts(manager, INDEX);
  const found = [
    `SELECT "position", ${Place.EXACT} AS "place" FROM ${index} WHERE "exact" && $1::text[]`,
    ...PLACES.map(
      ({ place }, at) =>
        `SELECT "position", ${place} AS "place" FROM ${index} WHERE "words" @@ $${at + 2}::tsquery`,
    ),
  ];
  const expressions = PLACES.map(({ weights, change }) => allOf(query, weights, change));
  return manager.query<Match[]>(
    `SELECT text."position", text."nodeId", text."language", text."current", text."titleWords", text."allWords",
       min(found."place") AS "place"
     FROM (${found.join(' UNION ALL ')}) found
     JOIN ${besideTexts(manager, 'search_text')} text ON text."position" = found."position"
     ${language === null ? '' : `WHERE text."language" = $${found.length + 1}`}
     GROUP BY text."position"`,
    [query.exact, ...expressions, ...(language === null ? [] : [language])],
  );
}

function allOf({ terms }: SearchQuery, weights: string, change = (phrase: Phrase) => phrase): string {
  const printWay = (way: Phrase[]) =>
    `(${way.map((phrase) => printPhrase(change(phrase), weights)).join(' & ')})`;
  return terms.map(({ ways }) => `(${ways.map(printWay).join(' | ')})`).join(' & ');
}

function printPhrase({ words, open }: Phrase, weights: string): string {
  const last = words.length - 1;
  const print = (word: string, at: number) => `${quote(word)}:${open && at === last ? '*' : ''}${weights}`;
  return `(${words.map(print).join(' <-> ')})`;
}

/** Folded words hold no quote; inside quotes nothing has a meaning of its own. */
const quote = (word: string) => `'${word}'`;

/** A table of the release that is read, of which the database holds several. */
function besideTexts({ dataSource }: EntityManager, table: string): string {
  const { schema } = dataSource.getMetadata(SearchText);
  return [schema, table]
    .filter((part) => part !== undefined)
    .map((part) => `"${part}"`)
    .join('.');
}
