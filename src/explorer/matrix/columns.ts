import type { LevelsReport, StandardAnswer } from '../answers.js';
import { partsOf } from '../parts/start.js';
import type { Words } from '../words/en.js';
import { Column, shortId } from './rows.js';

export const TOGETHER = 'together';
export const OURS = 'ours';

/** A column of the matrix: its head, what is asked for it, and the answer once there is one. */
export interface MatrixColumn {
  /** Stands in links: the standard's id without its type, or one of the two names above. */
  key: string;
  name: string;
  year: string;
  note: string;
  certifiable: boolean;
  /** Ids of the standards it is about. */
  standards: readonly string[];
  answer?: Column;
}

/** One column for each standard and, from two on, one for all of them together. */
export function columnsOf(standards: readonly StandardAnswer[], words: Words): MatrixColumn[] {
  const each = standards.map((standard): MatrixColumn => {
    const [name, year] = partsOf(standard.reference);
    return {
      key: shortId(standard.id),
      name,
      year,
      note: standard.certifiable ? words.certifiable : words.roles[standard.role],
      certifiable: standard.certifiable,
      standards: [standard.id],
    };
  });
  if (each.length < 2) return each;
  const together: MatrixColumn = {
    key: TOGETHER,
    name: words.matrix.together,
    year: '',
    note: words.matrix.togetherNote,
    certifiable: false,
    standards: standards.map(({ id }) => id),
  };
  return [...each, together];
}

/** Where the answer to a column stands in the answer to `levelsQuery`. */
export type LevelsAnswer = Readonly<Record<string, LevelsReport>>;

export const levelsVariables = (columns: readonly MatrixColumn[], scope: object) => ({
  scope,
  ...Object.fromEntries(columns.map(({ standards }, index) => [`c${index}`, standards])),
});

export const withAnswers = (columns: readonly MatrixColumn[], answer: LevelsAnswer | undefined) =>
  columns.map((column, index) => {
    const report = answer?.[`c${index}`];
    return report ? { ...column, answer: new Column(report) } : column;
  });
