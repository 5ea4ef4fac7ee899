import { ImplementationStatus, type ImplementedClauseInput } from '../coverage/gap-analysis.types.js';
import { badInput } from '../shared/errors.js';
import { createTurns } from '../shared/turns.js';
import { inLanguage, type Language } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import { findColumns, type Columns } from './columns.js';
import { findClause, type ClauseRelease, type Found } from './find-clause.js';
import type { Table, TableCell } from './read-table.js';
import { readApplicable, readStatus } from './status-words.js';
import { WORDS } from './words.js';

/** A row of a statement that names a clause. */
export interface StatementClause {
  /** Number of the row in the file, as a spreadsheet counts. */
  row: number;
  reference: string;
  clauseId: string;
  title: string;
  /** Whether it is wholly in place; null if the row does not say. */
  implemented: boolean | null;
  status: ImplementationStatus | null;
  /** What was read otherwise than it was written, such as a number of an earlier edition; null if nothing. */
  remark: string | null;
}

/** A row that names no clause, or whose status is not understood. It counts for nothing until somebody mends it. */
export interface UnreadableRow {
  row: number;
  cells: string[];
  reason: string;
  suggestions: string[];
}

/** A Statement of Applicability, read. Every row that holds anything is in one of the two lists. */
export interface Statement {
  clauses: StatementClause[];
  unreadable: UnreadableRow[];
  /** What was assumed of the file as a whole. */
  remarks: string[];
}

export interface StatementWish {
  language: Language;
  /** Name of the standard that numbers without one are of. */
  standard: string;
}

/** Takes turns with other requests: a thousand references that name nothing take seconds to compare with all titles. */
export async function readStatement(
  table: Table,
  wish: StatementWish,
  release: ClauseRelease,
): Promise<Statement> {
  const words = WORDS[wish.language];
  const columns = findColumns(table);
  if (!columns) {
    throw badInput(words.noColumns, { argument: 'file' });
  }
  const statement: Statement = { clauses: [], unreadable: [], remarks: remarksOn(columns, wish.language) };
  const turn = createTurns();
  for (const [index, cells] of table.entries()) {
    if (index <= columns.header || cells.every((cell) => cell === '')) continue;
    readRow(cells, index + 1, { columns, wish, release, statement });
    await turn();
  }
  return statement;
}

interface Reading {
  columns: Columns;
  wish: StatementWish;
  release: ClauseRelease;
  statement: Statement;
}

function readRow(cells: TableCell[], row: number, { columns, wish, release, statement }: Reading): void {
  const words = WORDS[wish.language];
  const cellAt = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? ''));
  const unreadable = (reason: string, suggestions: string[]) =>
    statement.unreadable.push({ row, cells: cells.map(String), reason, suggestions });

  const reference = cellAt(columns.reference);
  const found: Found =
    reference === ''
      ? { miss: 'NOTHING', suggestions: [] }
      : findClause(
          {
            reference,
            title: String(cellAt(columns.title)),
            standard: String(cellAt(columns.standard)) || wish.standard,
          },
          release,
        );
  if ('miss' in found) {
    unreadable(
      words.misses[found.miss],
      found.suggestions.map(({ id }) => id),
    );
    return;
  }
  const status = statusOf(cellAt(columns.applicable), cellAt(columns.implemented), columns);
  if (status === undefined) {
    unreadable(words.status, ['yes', 'no', 'partial', 'planned', 'not applicable']);
    return;
  }
  for (const clause of found.clauses) {
    statement.clauses.push({
      row,
      reference: String(reference),
      clauseId: clause.id,
      title: inLanguage(clause.titleText, wish),
      implemented: status === null ? null : status === ImplementationStatus.IMPLEMENTED,
      status,
      remark: found.formerly && formerRemark(found.formerly, clause, wish.language),
    });
  }
}

function formerRemark(former: Clause, clause: Clause, language: Language): string {
  return WORDS[language].formerly(former.citation, clause.citation);
}

/** Undefined if a cell says something that is not understood: guessing would count a control that is not there. */
function statusOf(
  applicable: TableCell,
  implemented: TableCell,
  columns: Columns,
): ImplementationStatus | null | undefined {
  const counts = readApplicable(applicable);
  if (counts === false) return ImplementationStatus.NOT_APPLICABLE;
  if (counts === undefined) return undefined;
  if (columns.implemented !== undefined) return readStatus(implemented);
  return columns.applicable === undefined ? ImplementationStatus.IMPLEMENTED : null;
}

function remarksOn({ applicable, implemented }: Columns, language: Language): string[] {
  if (implemented !== undefined) return [];
  return [applicable === undefined ? WORDS[language].plainList : WORDS[language].onlyApplicable];
}

/**
 * The statement as the input of a gap analysis. Several rows of an earlier edition may have become one control: it is
 * in place only if all of them are.
 */
export function implementedOf({ clauses }: Statement): ImplementedClauseInput[] {
  const byClause = new Map<string, StatementClause[]>();
  for (const clause of clauses) {
    const rows = byClause.get(clause.clauseId);
    if (rows) rows.push(clause);
    else byClause.set(clause.clauseId, [clause]);
  }
  return [...byClause].map(([reference, rows]) => ({ reference, status: statusOfRows(rows) }));
}

const RANKING = Object.values(ImplementationStatus);

function statusOfRows(rows: readonly StatementClause[]): ImplementationStatus {
  const direct = rows.filter(({ remark }) => remark === null);
  const statuses = (direct.length > 0 ? direct : rows).map(
    ({ status }) => status ?? ImplementationStatus.NOT_IMPLEMENTED,
  );
  const [best = ImplementationStatus.NOT_IMPLEMENTED] = [...statuses].sort(
    (a, b) => RANKING.indexOf(a) - RANKING.indexOf(b),
  );
  const isWhole = direct.length > 0 || statuses.every((status) => status === best);
  return best === ImplementationStatus.IMPLEMENTED && !isWhole ? ImplementationStatus.PARTIAL : best;
}
