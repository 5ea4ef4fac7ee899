import { describe, expect, test } from '@jest/globals';
import type { DutyInScope, Level, LevelsReport } from '../../src/explorer/answers.js';
import { columnsOf, withAnswers } from '../../src/explorer/matrix/columns.js';
import { matrixCsv, matrixPicture } from '../../src/explorer/matrix/picture.js';
import { Column, levelOfAll, rowsOf, visibleRows, type Row } from '../../src/explorer/matrix/rows.js';
import { csvOf } from '../../src/explorer/parts/csv.js';
import { en } from '../../src/explorer/words/en.js';

const measure = { id: 'measure/act/2', citation: 'Article 2', title: 'continuity' };
const duty = (id: string, more: Partial<DutyInScope> = {}): DutyInScope => ({
  id: `obligation/${id}`,
  citation: `Article ${id}`,
  title: `duty ${id}`,
  kind: 'RISK_MANAGEMENT',
  measure: null,
  specifies: [],
  topics: [],
  provision: { instrument: { id: 'instrument/act', shortName: 'Act' } },
  ...more,
});
const own = duty('act/2', {
  measure,
  topics: [
    { id: 'topic/a', name: 'backup' },
    { id: 'topic/b', name: 'crisis' },
  ],
});
const point = duty('detail/4.1', { specifies: [{ measure }] });
const governance = duty('act/1', { kind: 'GOVERNANCE' });

function reportOf(levels: Record<string, Level>, topicsCovered: string[] = []): LevelsReport {
  return {
    total: Object.keys(levels).length,
    full: 0,
    partial: 0,
    none: 0,
    unassessed: 0,
    measures: [],
    obligations: Object.entries(levels).map(([id, level]) => ({
      obligation: { id: `obligation/${id}` },
      level,
      topicsCovered: topicsCovered.map((topic) => ({ id: topic })),
      mappings:
        level === 'PARTIAL'
          ? [
              { covers: 'PARTIAL', strength: 7 },
              { covers: 'NONE', strength: 9 },
            ]
          : [],
    })),
  };
}

describe('the rows of the matrix', () => {
  const rows = rowsOf([governance, own, point], [measure], en.kinds);

  test('are groups in the order of the law, duties in them, topics below', () => {
    expect(rows.map(({ depth, title }) => [depth, title])).toEqual([
      [1, en.kinds.GOVERNANCE],
      [2, 'duty act/1'],
      [1, 'continuity'],
      [2, 'duty act/2'],
      [3, 'backup'],
      [3, 'crisis'],
      [2, 'duty detail/4.1'],
    ]);
  });

  test('open a measure of one duty to its topics at once', () => {
    const alone = rowsOf([own], [measure], en.kinds);
    expect(alone.map(({ depth, title }) => [depth, title])).toEqual([
      [1, 'continuity'],
      [2, 'backup'],
      [2, 'crisis'],
    ]);
  });

  test('have keys of their own, also for a point that stands under two measures', () => {
    const second = { id: 'measure/act/3', citation: 'Article 3', title: 'access' };
    const shared = duty('detail/9', { specifies: [{ measure }, { measure: second }] });
    const other = duty('act/3', { measure: second });
    const keys = rowsOf([own, shared, other], [measure, second], en.kinds).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.includes('detail/9'))).toHaveLength(2);
  });

  test('are hidden until their group is open', () => {
    expect(visibleRows(rows, [])).toHaveLength(2);
    expect(visibleRows(rows, ['act/2']).map(({ title }) => title)).toContain('crisis');
  });
});

describe('a cell', () => {
  const rows = rowsOf([own, point], [measure], en.kinds);
  const rowOf = (title: string): Row => rows.find((row) => row.title === title) ?? rows[0]!;

  test('tells nobody looked from nothing covers', () => {
    const column = new Column(reportOf({ 'act/2': 'UNASSESSED', 'detail/4.1': 'NONE' }));
    expect(column.cell(rowOf('duty act/2'))?.level).toBe('UNASSESSED');
    expect(column.cell(rowOf('duty detail/4.1'))?.level).toBe('NONE');
    expect(column.cell(rowOf('backup'))?.level).toBe('UNASSESSED');
    expect(column.cell(rowOf('continuity'))?.level).toBe('PARTIAL');
  });

  test('counts and weighs only edges that cover something', () => {
    const column = new Column(reportOf({ 'act/2': 'PARTIAL', 'detail/4.1': 'PARTIAL' }, ['topic/a']));
    expect(column.cell(rowOf('continuity'))).toEqual({ level: 'PARTIAL', edges: 2, strongest: 7 });
    expect([column.cell(rowOf('backup'))?.level, column.cell(rowOf('crisis'))?.level]).toEqual([
      'ANSWERED',
      'OPEN',
    ]);
  });

  test('is nothing, and not a guess, where the answer does not hold its duties', () => {
    expect(new Column(reportOf({ 'act/2': 'FULL' })).cell(rowOf('duty detail/4.1'))).toBeUndefined();
    expect(new Column(reportOf({ 'act/2': 'FULL' })).cell(rowOf('continuity'))).toBeUndefined();
  });

  test('of several has the level they share, otherwise partly', () => {
    expect(levelOfAll(['NONE', 'NONE'])).toBe('NONE');
    expect(levelOfAll(['FULL', 'UNASSESSED'])).toBe('PARTIAL');
  });
});

describe('the picture and the table of the matrix', () => {
  const standard = {
    id: 'standard/x-1',
    reference: 'X & <1>:2022',
    title: '',
    role: 'GUIDANCE' as const,
    certifiable: false,
    supersededBy: [],
    sectors: [],
    clauses: { totalCount: 1 },
  };
  const rows = rowsOf([own, point], [measure], en.kinds);
  const columns = withAnswers(columnsOf([standard], en), {
    c0: reportOf({ 'act/2': 'UNASSESSED', 'detail/4.1': 'NONE' }),
  });
  const picture = matrixPicture(rows, columns, en);

  test('draw not assessed with a pattern, dashes and a sign of its own, not covered plain', () => {
    const cells = [...picture.matchAll(/<rect data-level="(\w+)"[^>]*>(?:<\/rect>)?<text[^>]*>([^<]*)</g)];
    const looks = (level: string) => cells.find(([, of]) => of === level) ?? [];
    expect(looks('UNASSESSED')[0]).toMatch(/fill="url\(#unassessed\)".*stroke-dasharray/);
    expect(looks('NONE')[0]).not.toMatch(/url|dasharray/);
    expect([looks('UNASSESSED')[2], looks('NONE')[2]]).toEqual(['?', '○']);
  });

  test('escape what stands in names', () => {
    expect(picture).toContain('X &amp; &lt;1&gt;:2022');
    expect(picture).not.toContain('X & <1>');
  });

  test('name id, level and standard of every cell', () => {
    expect(matrixCsv(rows, columns, en)).toContain('obligation/detail/4.1,X & <1>:2022,Not covered,NONE,0,0');
  });
});

describe('CSV', () => {
  test('quotes what must be, and holds no formula', () => {
    expect(csvOf([['a,b', 'say "x"', '=1+1', '-x', 3]])).toBe('\uFEFF"a,b","say ""x""",\'=1+1,\'-x,3\r\n');
  });
});
