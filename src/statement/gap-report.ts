import type { GapAnalysis } from '../coverage/gap-analysis.types.js';
import type { Coverage } from '../coverage/coverage.types.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { Language } from '../shared/language.js';
import { csvOf, type CellValue } from '../spreadsheets/csv.js';
import { writeWorkbook, type Sheet } from '../spreadsheets/workbook.js';
import type { Statement } from './statement.js';

export type ReportKind = 'xlsx' | 'csv' | 'md';

interface ReportWords {
  title: string;
  gaps: { name: string; header: readonly string[] };
  next: { name: string; header: readonly string[] };
  read: { name: string; header: readonly string[] };
  unreadable: { name: string; header: readonly string[]; none: string };
  about: { name: string; header: readonly string[] };
  counts(full: number, partial: number, none: number, unassessed: number): string;
  counted: string;
}

const WORDS: Readonly<Record<Language, ReportWords>> = {
  EN: {
    title: 'Gap analysis',
    gaps: {
      name: 'Obligations',
      header: ['Obligation', 'Citation', 'Title', 'Level', 'In place', 'What remains'],
    },
    next: { name: 'Next clauses', header: ['Clause', 'Citation', 'Title', 'Closes', 'Improves'] },
    read: { name: 'Read from the file', header: ['Row', 'Reference', 'Clause', 'Title', 'Status', 'Remark'] },
    unreadable: {
      name: 'Not understood',
      header: ['Row', 'Cells', 'Reason', 'Suggestions'],
      none: 'Every row was understood.',
    },
    about: { name: 'About', header: ['What', 'Value'] },
    counts: (full, partial, none, unassessed) =>
      `FULL ${full}, PARTIAL ${partial}, NONE ${none}, UNASSESSED ${unassessed} obligations.`,
    counted: 'Standards counted with',
  },
  DA: {
    title: 'Gap-analyse',
    gaps: {
      name: 'Pligter',
      header: ['Pligt', 'Henvisning', 'Titel', 'Niveau', 'På plads', 'Det, der er tilbage'],
    },
    next: { name: 'Næste punkter', header: ['Punkt', 'Henvisning', 'Titel', 'Lukker', 'Forbedrer'] },
    read: {
      name: 'Læst af filen',
      header: ['Række', 'Henvisning', 'Punkt', 'Titel', 'Status', 'Bemærkning'],
    },
    unreadable: {
      name: 'Ikke forstået',
      header: ['Række', 'Celler', 'Årsag', 'Forslag'],
      none: 'Alle rækker blev forstået.',
    },
    about: { name: 'Om', header: ['Hvad', 'Oplysning'] },
    counts: (full, partial, none, unassessed) =>
      `FULL ${full}, PARTIAL ${partial}, NONE ${none}, UNASSESSED ${unassessed} pligter.`,
    counted: 'Standarder, der regnes med',
  },
};

/** A gap analysis of a statement as a file that people work on. */
export async function writeGapReport(
  kind: ReportKind,
  statement: Statement,
  analysis: GapAnalysis,
  language: Language,
): Promise<Buffer> {
  const sheets = sheetsOf(statement, analysis, language);
  if (kind === 'xlsx') return writeWorkbook(sheets, analysis.report.dataset.releasedOn);
  if (kind === 'csv') return Buffer.from(csvReport(sheets));
  return Buffer.from(markdownOf(sheets, statement, analysis, language));
}

function sheetsOf(statement: Statement, { report, next }: GapAnalysis, language: Language): Sheet[] {
  const words = WORDS[language];
  const say = { language };
  const citations = (duties: readonly { citation(args: typeof say): string }[]) =>
    duties.map((duty) => duty.citation(say)).join('; ');
  return [
    {
      ...words.gaps,
      widths: [28, 28, 44, 14, 44, 80],
      rows: report.obligations.map((coverage) => dutyRow(coverage, language)),
    },
    {
      ...words.next,
      widths: [30, 30, 44, 44, 44],
      rows: next.map(({ clause, closes, improves }) => [
        clause.id,
        clause.citation,
        clause.title(say),
        citations(closes),
        citations(improves),
      ]),
    },
    {
      ...words.read,
      widths: [8, 20, 30, 44, 20, 60],
      rows: statement.clauses.map((clause) => [
        clause.row,
        clause.reference,
        clause.clauseId,
        clause.title,
        clause.status,
        clause.remark,
      ]),
    },
    {
      ...words.unreadable,
      widths: [8, 60, 60, 60],
      rows: statement.unreadable.map(({ row, cells, reason, suggestions }) => [
        row,
        cells.filter(Boolean).join(' | '),
        reason,
        suggestions.join('; '),
      ]),
    },
    { ...words.about, widths: [28, 100], rows: aboutRows(statement, report, language) },
  ];
}

function dutyRow(coverage: Coverage, language: Language): CellValue[] {
  const say = { language };
  const { obligation, level, mappings } = coverage;
  return [
    obligation.id,
    obligation.citation(say),
    obligation.title(say),
    level,
    mappings
      .filter(({ covers }) => covers !== CoverageLevel.NONE)
      .map(({ clause }) => clause.citation)
      .join('; '),
    coverage.remainder(say),
  ];
}

function aboutRows({ remarks }: Statement, report: GapAnalysis['report'], language: Language): CellValue[][] {
  const words = WORDS[language];
  const { version, releasedOn, licence } = report.dataset;
  return [
    ['Kobling', version],
    ['', releasedOn],
    ['', licence],
    [words.counted, report.standards.map(({ reference }) => reference).join(', ')],
    ['', words.counts(report.full, report.partial, report.none, report.unassessed)],
    ...remarks.map((remark) => ['', remark]),
    ['', report.disclaimer({ language })],
  ];
}

/** One table, because CSV has one: what a row is about stands in its first column. */
function csvReport(sheets: readonly Sheet[]): string {
  const widest = Math.max(...sheets.map(({ header }) => header.length));
  const fill = (cells: readonly CellValue[]) => [...cells, ...Array<null>(widest - cells.length).fill(null)];
  const rows = sheets.flatMap(({ name, header, rows }) => [
    [name, ...fill(header)],
    ...rows.map((row) => [name, ...fill(row)]),
  ]);
  const [first = [], ...others] = rows;
  return [...csvOf(first.map(String), others)].join('');
}

function markdownOf(
  sheets: readonly Sheet[],
  statement: Statement,
  { report }: GapAnalysis,
  language: Language,
): string {
  const words = WORDS[language];
  const { version, licence } = report.dataset;
  const tables = sheets
    .filter(({ name }) => name !== words.about.name)
    .map(({ name, header, rows }) => {
      const none = name === words.unreadable.name ? words.unreadable.none : '–';
      return `## ${name}\n\n${rows.length > 0 ? tableOf(header, rows) : none}`;
    });
  return `${[
    `# ${words.title}`,
    `Kobling ${version}, ${licence}. ${words.counted}: ${report.standards.map(({ reference }) => reference).join(', ')}.`,
    words.counts(report.full, report.partial, report.none, report.unassessed),
    ...statement.remarks,
    ...tables,
    `_${report.disclaimer({ language })}_`,
  ].join('\n\n')}\n`;
}

function tableOf(header: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const line = (cells: readonly CellValue[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/** What a user's file holds must not become markup in ours. */
const cellOf = (value: CellValue) =>
  String(value ?? '')
    .replace(/[\\|<>`*_[\]]/g, '\\$&')
    .replace(/\s*\r?\n\s*/g, ' ');
