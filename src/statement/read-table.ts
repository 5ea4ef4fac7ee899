import { parse } from 'csv-parse/sync';
import { badInput } from '../shared/errors.js';
import { readWorkbook, UnreadableWorkbook } from '../spreadsheets/workbook.js';

/** A cell as it stands in the file; numbers stay numbers, because 5.10 is 5.1 in a cell of numbers. */
export type TableCell = string | number;

/** Rows as the file has them, empty ones included, so that a row keeps the number it has in a spreadsheet. */
export type Table = TableCell[][];

export const MOST_ROWS = 1_000;
const MOST_COLUMNS = 100;
/** Longest that a cell is read; a justification may be long, and nothing of it is needed. */
const LONGEST_CELL = 2_000;

export type TableKind = 'csv' | 'xlsx';

export async function readTable(file: Buffer, kind: TableKind): Promise<Table> {
  const rows = kind === 'xlsx' ? await readXlsx(file) : readCsv(decode(file));
  if (rows.length > MOST_ROWS) {
    throw badInput(`The file has ${rows.length} rows, but at most ${MOST_ROWS} are read. Send it in parts.`, {
      argument: 'file',
      value: rows.length,
    });
  }
  return rows.map((row) => row.slice(0, MOST_COLUMNS).map(toCell));
}

async function readXlsx(file: Buffer): Promise<unknown[][]> {
  try {
    return await readWorkbook(file);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw badInput(error.message, { argument: 'file' });
    throw error;
  }
}

/** UTF-8 and UTF-16 by their marks; otherwise UTF-8 if it is valid, else what Excel writes on Danish machines. */
function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

const DELIMITERS = [';', ',', '\t'];
const ROWS_TRIED = 20;

function readCsv(text: string): unknown[][] {
  if (text.includes('\0'))
    throw badInput('The file is no CSV: it holds NUL characters.', { argument: 'file' });
  // The delimiter that parts the first rows into most cells.
  const [best] = DELIMITERS.map((delimiter) => ({
    delimiter,
    cells: parseCsv(text, delimiter, ROWS_TRIED).reduce((sum, row) => sum + row.length, 0),
  })).sort((a, b) => b.cells - a.cells);
  return parseCsv(text, best?.delimiter ?? ',', MOST_ROWS + 1);
}

function parseCsv(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      to,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    });
  } catch {
    throw badInput('The file cannot be read as CSV: a quote is opened and not closed.', { argument: 'file' });
  }
}

function toCell(value: unknown): TableCell {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_CELL) : '';
}
