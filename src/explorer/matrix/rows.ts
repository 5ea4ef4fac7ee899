import type { CitedAnswer, DutyInScope, Kind, Level, LevelsReport } from '../answers.js';

/** A topic has no level of its own: a clause answers it fully, or none does. */
export type CellLevel = Level | 'ANSWERED' | 'OPEN';

export interface Cell {
  level: CellLevel;
  /** Edges that cover something; 0 for topics. */
  edges: number;
  /** The strongest of them, 1 to 10. */
  strongest: number;
}

export interface Row {
  /** Unique in the matrix; stands in links. */
  key: string;
  depth: 1 | 2 | 3;
  citation: string;
  title: string;
  /** The duties behind it: several for a group, the one that names it for a topic. */
  duties: readonly DutyInScope[];
  topic?: string;
  measure?: string;
  /** Whether there is anything below it. */
  opens: boolean;
}

/** The kinds that have no measure, in the order of the articles, around the ten measures. */
const BEFORE: readonly Kind[] = ['GOVERNANCE', 'RISK_MANAGEMENT'];
const AFTER: readonly Kind[] = [
  'REPORTING',
  'REGISTRATION',
  'DOMAIN_DATA',
  'STANDARDISATION',
  'INFORMATION',
  'SUPERVISION',
  'COOPERATION',
];

export const shortId = (id: string) => id.slice(id.indexOf('/') + 1);

/** Its own measure, and those it sets out in detail: a point of an implementing act may stand under several. */
const measuresOf = ({ measure, specifies }: DutyInScope): string[] =>
  [measure, ...specifies.map((duty) => duty.measure)].flatMap((one) => (one ? [one.id] : []));

/** All rows, open or not, in the order of the law: groups, the duties in them, the topics of those. */
export function rowsOf(
  duties: readonly DutyInScope[],
  measures: readonly CitedAnswer[],
  kinds: Readonly<Record<Kind, string>>,
): Row[] {
  const ofKind = (kind: Kind) =>
    groupRows(
      { key: kind, citation: '', title: kinds[kind] },
      duties.filter((duty) => measuresOf(duty).length === 0 && duty.kind === kind),
    );
  const ofMeasure = ({ id, citation, title }: CitedAnswer) =>
    groupRows(
      { key: shortId(id), citation, title, measure: id },
      duties.filter((duty) => measuresOf(duty).includes(id)),
    );
  return [...BEFORE.flatMap(ofKind), ...measures.flatMap(ofMeasure), ...AFTER.flatMap(ofKind)];
}

/** A group of one duty opens to its topics at once; nobody wants to read the same line twice. */
function groupRows(
  group: Pick<Row, 'key' | 'citation' | 'title' | 'measure'>,
  duties: readonly DutyInScope[],
): Row[] {
  const [only] = duties;
  if (!only) return [];
  const alone = duties.length === 1 && group.measure !== undefined;
  const below = alone ? topicRows(only, 2, group.key) : duties.flatMap((duty) => dutyRows(duty, group.key));
  return [{ ...group, depth: 1, duties, opens: below.length > 0 }, ...below];
}

/** The key of a duty in its group; it may stand in several. */
export const dutyKey = (group: string, { id }: DutyInScope) => `${group}|${shortId(id)}`;

function dutyRows(duty: DutyInScope, group: string): Row[] {
  const { citation, title } = duty;
  return [
    { key: dutyKey(group, duty), depth: 2, citation, title, duties: [duty], opens: false },
    ...topicRows(duty, 3, group),
  ];
}

const topicRows = (duty: DutyInScope, depth: 2 | 3, group: string): Row[] =>
  duty.topics.map(({ id, name }) => ({
    key: `${dutyKey(group, duty)}|${shortId(id)}`,
    depth,
    citation: '',
    title: name,
    duties: [duty],
    topic: id,
    opens: false,
  }));

/** The rows to show: groups, and what is below those that are open. */
export function visibleRows(rows: readonly Row[], open: readonly string[]): Row[] {
  let group = '';
  return rows.filter((row) => {
    if (row.depth === 1) group = row.key;
    return row.depth === 1 || open.includes(group);
  });
}

/** The level of several, as the API has it for a measure: one that all share, otherwise PARTIAL. */
export function levelOfAll(levels: readonly Level[]): Level {
  const [first = 'UNASSESSED', ...rest] = levels;
  return rest.every((level) => level === first) ? first : 'PARTIAL';
}

/** A column ready to be read by row. */
export class Column {
  private readonly byDuty: ReadonlyMap<string, LevelsReport['obligations'][number]>;
  private readonly byMeasure: ReadonlyMap<string, Level>;

  constructor(readonly report: LevelsReport) {
    this.byDuty = new Map(report.obligations.map((coverage) => [coverage.obligation.id, coverage]));
    this.byMeasure = new Map(report.measures.map(({ measure, level }) => [measure.id, level]));
  }

  /** Undefined if the answer does not hold the row's duties, as while a newer scope is on its way. */
  cell(row: Row): Cell | undefined {
    const found = row.duties.map(({ id }) => this.byDuty.get(id));
    const coverages = found.filter((coverage) => coverage !== undefined);
    if (coverages.length < found.length || coverages.length === 0) return undefined;
    const covering = coverages
      .flatMap(({ mappings }) => mappings)
      .filter(({ covers }) => covers === 'FULL' || covers === 'PARTIAL');
    const level = levelOfAll(coverages.map((coverage) => coverage.level));
    if (row.topic !== undefined) {
      const answered = coverages.some(({ topicsCovered }) =>
        topicsCovered.some(({ id }) => id === row.topic),
      );
      const state = answered ? 'ANSWERED' : level === 'PARTIAL' ? 'OPEN' : level;
      return { level: state, edges: 0, strongest: 0 };
    }
    return {
      level: this.byMeasure.get(row.measure ?? '') ?? level,
      edges: covering.length,
      strongest: Math.max(0, ...covering.map(({ strength }) => strength)),
    };
  }
}
