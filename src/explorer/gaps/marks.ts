import { asApi } from '../words/language.js';
import type { Lang } from '../address.js';
import { da } from '../words/da.js';
import { en } from '../words/en.js';

export const STATUSES = ['IMPLEMENTED', 'PARTIAL', 'PLANNED', 'NOT_IMPLEMENTED', 'NOT_APPLICABLE'] as const;
export type Status = (typeof STATUSES)[number];

/** A clause and what the reader says of it. */
export interface Mark {
  /** Id without `clause/`. */
  clause: string;
  status: Status;
}

/** The service reads so many in one call. */
export const MOST_MARKS = 500;
/** How many clauses are proposed. */
const NEXT = 10;

export const gapsVariables = (marks: readonly Mark[], scope: object, lang: Lang) => ({
  input: {
    implemented: marks.map(({ clause, status }) => ({ reference: `clause/${clause}`, status })),
    scope,
    next: NEXT,
  },
  language: asApi(lang),
});

/** The later word on a clause counts; what is new comes last. */
export function addMarks(marks: readonly Mark[], added: readonly Mark[]): Mark[] {
  const byClause = new Map(marks.map((mark) => [mark.clause, mark]));
  for (const mark of added) byClause.set(mark.clause, mark);
  return [...byClause.values()].slice(0, MOST_MARKS);
}

const LETTERS: Readonly<Record<Status, string>> = {
  IMPLEMENTED: 'i',
  PARTIAL: 'p',
  PLANNED: 'l',
  NOT_IMPLEMENTED: 'x',
  NOT_APPLICABLE: 'n',
};

/** Marks as they stand in a link that somebody chose to share. */
export const writeMarks = (marks: readonly Mark[]) =>
  marks.map(({ clause, status }) => `${clause}:${LETTERS[status]}`).join(',');

export function readMarks(text: string): Mark[] {
  const marks = text.split(',').flatMap((part) => {
    const [, clause = '', letter] = /^([\w.-]+\/[\w.-]+):([a-z])$/.exec(part) ?? [];
    const status = STATUSES.find((one) => LETTERS[one] === letter);
    return status ? [{ clause, status }] : [];
  });
  return addMarks([], marks);
}

/** A line as it was pasted. */
export interface Line {
  reference: string;
  status: Status;
}

export interface PastedList {
  lines: Line[];
  /** Lines that end in a word which is no status, in a list where others end in one. */
  unclear: string[];
}

const MEANINGS: Readonly<Record<Status, readonly string[]>> = {
  IMPLEMENTED: ['yes', 'implemented', 'done', 'ja', 'implementeret'],
  PARTIAL: ['partial', 'partially', 'partly', 'delvist', 'delvis'],
  PLANNED: ['planned', 'planlagt'],
  NOT_IMPLEMENTED: ['no', 'not implemented', 'nej', 'ikke implementeret'],
  NOT_APPLICABLE: ['n/a', 'na', 'not applicable', 'excluded', 'ikke relevant', 'fravalgt'],
};

/** A status as people write it, in either language. */
export function readStatus(word: string): Status | undefined {
  const said = word.trim().toLowerCase();
  return STATUSES.find((status) =>
    [
      ...MEANINGS[status],
      en.gaps.statuses[status].toLowerCase(),
      da.gaps.statuses[status].toLowerCase(),
    ].includes(said),
  );
}

/**
 * One reference to a line, a status behind the last semicolon or tab. Where no line ends in a status there is no such
 * column, and all is taken to be in place; where some do, the others are asked about instead of guessed.
 */
export function readPasted(text: string): PastedList {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split(/[;\t]/).map((part) => part.trim()))
    .filter(([reference]) => reference);
  const lastOf = (row: readonly string[]) => (row.length > 1 ? (row.at(-1) ?? '') : '');
  const hasStatuses = rows.some((row) => readStatus(lastOf(row)) !== undefined);
  const lines: Line[] = [];
  const unclear: string[] = [];
  for (const row of rows) {
    const [reference = ''] = row;
    const last = lastOf(row);
    const status = readStatus(last);
    if (status === undefined && hasStatuses && last !== '') unclear.push(row.join('; '));
    else lines.push({ reference, status: status ?? 'IMPLEMENTED' });
  }
  return { lines, unclear };
}
