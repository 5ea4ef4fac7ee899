// Makes a database in which every table is a number of times as large: copies of all records, each copy with ids,
// numbers of acts and standards, positions and words of its own, and linked only within itself.
import Sqlite, { type Database } from 'better-sqlite3';
import { copyFile, rename } from 'node:fs/promises';
import { PATHS } from '../../src/paths.js';
import { buildRows } from '../../src/seeding/build-rows.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import { searchDocuments } from '../../src/seeding/rows/search-rows.js';
import { foldDocument, type FoldedDocument } from '../../src/search/search-document.js';

/** One of a kind: a release has one row of particulars, its history, and three sizes of enterprises. */
const NOT_GROWN: ReadonlySet<string> = new Set(['dataset', 'release_digest', 'size_ceiling']);
const INDEX = 'search_index';

type Value = string | number | null;
type Row = Record<string, Value>;

/** Writes beside `seeded`, a database of the release as it is, one that is `times` as large. */
export async function growDatabase(seeded: string, grown: string, times: number): Promise<void> {
  const aside = `${grown}.tmp`;
  await copyFile(seeded, aside);
  const documents = searchDocuments(buildRows(await readSeeds(PATHS.seed))).map(foldDocument);
  const database = new Sqlite(aside);
  try {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = OFF');
    database.transaction(() => {
      growTables(database, times);
      growIndex(database, documents, times);
    })();
  } finally {
    database.close();
  }
  await rename(aside, grown);
}

function growTables(database: Database, times: number): void {
  const tables = database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '${INDEX}%' AND name NOT LIKE 'sqlite%'`,
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !NOT_GROWN.has(name));
  const rowsOf = new Map(
    tables.map((table) => [table, database.prepare<[], Row>(`SELECT * FROM "${table}"`).all()]),
  );
  const ids = new Set([...rowsOf.values()].flat().flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
  for (const [table, rows] of rowsOf) {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) continue;
    const insert = database.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const last = Math.max(0, ...rows.map(({ position }) => Number(position ?? 0)));
    for (let copy = 1; copy < times; copy += 1) {
      for (const row of rows)
        insert.run(
          columns.map((column) => copyValue(table, column, row[column] ?? null, { copy, last, ids })),
        );
    }
  }
}

interface Copying {
  copy: number;
  /** The last position of the table. */
  last: number;
  /** Ids of all records: a text that is one of them is a link. */
  ids: ReadonlySet<string>;
}

function copyValue(table: string, column: string, value: Value, { copy, last, ids }: Copying): Value {
  if (column === 'position') return Number(value) + copy * (last + 1);
  if (typeof value !== 'string') return value;
  if (column === 'id' || ids.has(value)) return copyId(value, copy);
  if (table === 'standard' && (column === 'reference' || column === 'aliases'))
    return copyFamily(value, copy);
  if (table === 'instrument' && column === 'shortName') return `${value}-c${copy}`;
  if (!/^[[{"]/.test(value)) return value;
  const ownWords = table === 'search_synonyms' || (table === 'instrument' && column === 'aliases');
  const copyText = (text: string) =>
    ids.has(text) ? copyId(text, copy) : ownWords ? copyWords(text, copy) : text;
  const copied = JSON.stringify(mapTexts(JSON.parse(value), copyText));
  return copied;
}

/** `mapping/nis2/21.2.c~iso27001-2022/A.8.13` becomes `mapping/nis2-c1/21.2.c~iso27001-2022-c1/A.8.13`. */
function copyId(id: string, copy: number): string {
  return id.replace(/(^[a-z-]+\/[^/~]+|~[^/]+|^[^/]+$)/g, `$1-c${copy}`);
}

/** Five-digit numbers of standards: another one for each edition of each copy, so that no reference is ambiguous. */
function copyFamily(text: string, copy: number): string {
  return text.replace(/(?<!\d)\d{5}(?!\d)/g, (family) => {
    if (!families.has(family)) families.set(family, families.size);
    return String(30_000 + 100 * (families.get(family) ?? 0) + copy);
  });
}
const families = new Map<string, number>();

/** Every word with a beginning of its own, so that a search finds the copy it is meant for and no other. */
const copyWords = (text: string, copy: number) =>
  text.replace(/[\p{L}\p{N}_]+/gu, (word) => `c${copy}${word}`);

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]));
}

function growIndex(database: Database, documents: readonly FoldedDocument[], times: number): void {
  const columns = ['exact', 'names', 'context', 'summary', 'reasons'] as const;
  const insert = database.prepare(
    `INSERT INTO ${INDEX} (rowid, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
  );
  for (let copy = 1; copy < times; copy += 1) {
    documents.forEach((document, position) =>
      insert.run(
        position + copy * documents.length,
        columns.map((column) => copyWords(document[column], copy)),
      ),
    );
  }
  // As the seeding leaves it after one transaction: without this the many inserts leave many small segments.
  database.exec(`INSERT INTO ${INDEX} (${INDEX}) VALUES ('optimize')`);
}
