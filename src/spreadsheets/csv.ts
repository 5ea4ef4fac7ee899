import { stringify } from 'csv-stringify/sync';

export type CellValue = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';

/** CSV after RFC 4180, record by record. No cell begins as a formula does: those get an apostrophe in front. */
export function* csvOf(
  header: readonly string[],
  rows: Iterable<readonly CellValue[]>,
  { bom = false }: { bom?: boolean } = {},
): Generator<string> {
  if (bom) yield BYTE_ORDER_MARK;
  yield recordOf(header);
  for (const row of rows) yield recordOf(row);
}

const recordOf = (cells: readonly CellValue[]) =>
  stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });

/** A text as a cell that no spreadsheet runs, also after it was saved from one format to another. */
export const plainCell = (value: CellValue): CellValue =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
