import type { Table, TableCell } from './read-table.js';

/** Where in a row stands what; undefined for a column the file does not have. */
export interface Columns {
  /** Index of the header row; -1 if there is none. */
  header: number;
  reference: number;
  title?: number;
  standard?: number;
  applicable?: number;
  implemented?: number;
}

type ColumnName = Exclude<keyof Columns, 'header'>;

/**
 * Headers as people write them, folded to letters. `control` is the number where no other column is, and otherwise the
 * title, so the ways to say "number" stand ahead of it.
 */
const HEADERS: readonly { column: ColumnName; words: readonly string[] }[] = [
  {
    column: 'reference',
    words:
      'controlnumber controlno controlnr controlid controlref controlreference clausenumber clauseno clauseid number no nr id ref reference referencenumber kontrolnummer kontrolnr kontrolid nummer referencenummer punktnummer punktnr isoref isoreference annexa annexacontrol annexareference bilaga'.split(
        ' ',
      ),
  },
  {
    column: 'reference',
    words:
      'control controls clause kontrol kontroller punkt krav requirement foranstaltning isocontrol'.split(
        ' ',
      ),
  },
  {
    column: 'title',
    words:
      'title controltitle controlname name titel navn kontroltitel kontrolnavn control kontrol clause punkt krav requirement foranstaltning description controldescription beskrivelse'.split(
        ' ',
      ),
  },
  { column: 'standard', words: 'standard framework rammeværk norm edition udgave'.split(' ') },
  {
    column: 'applicable',
    words:
      'applicable applicability isapplicable included inclusion inscope anvendelig anvendelighed anvendes relevant relevans inkluderet medtaget omfattet tilvalgt tilfravalgt tilvalgtfravalgt'.split(
        ' ',
      ),
  },
  {
    column: 'implemented',
    words:
      'implemented isimplemented inplace implementeret gennemført opfyldt ipåplads påplads implementationstatus implementeringsstatus implementeringsgrad implementation implementering status state tilstand'.split(
        ' ',
      ),
  },
];

const HEADER_WITHIN = 30;

/** Finds the header row and its columns; null if no row names a column of numbers and none begins with numbers. */
export function findColumns(table: Table): Columns | null {
  for (const [index, row] of table.slice(0, HEADER_WITHIN).entries()) {
    const columns = readHeader(row);
    // A single word may be a heading of the sheet; a list of one column is the exception.
    const isHeader = columns.reference !== undefined && (Object.keys(columns).length > 1 || isAlone(row));
    if (isHeader) return { ...columns, reference: columns.reference ?? 0, header: index };
  }
  const first = table.findIndex((row) => row.some(looksLikeNumber));
  if (first < 0) return null;
  return { header: -1, reference: table[first]?.findIndex(looksLikeNumber) ?? 0 };
}

const isAlone = (row: readonly TableCell[]) => row.filter((cell) => cell !== '').length === 1;

const looksLikeNumber = (cell: TableCell) => /(?<!\d)\d{1,2}\.\d{1,2}(?!\d)/.test(String(cell));

function readHeader(row: readonly TableCell[]): Partial<Record<ColumnName, number>> {
  const found: Partial<Record<ColumnName, number>> = {};
  const taken = new Set<number>();
  const folded = row.map(fold);
  for (const { column, words } of HEADERS) {
    if (found[column] !== undefined) continue;
    // Words in their order: a column called "status" only counts where none says "implemented".
    const at = words
      .map((word) => folded.findIndex((text, index) => text === word && !taken.has(index)))
      .find((index) => index >= 0);
    if (at === undefined) continue;
    found[column] = at;
    taken.add(at);
  }
  return found;
}

/** `Control No.` and `control_no` are one header. */
const fold = (cell: TableCell) =>
  String(cell)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}]/gu, '');
