import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverageInPlace, type InPlace } from '../../src/coverage/gaps.js';
import { controlsOf } from '../../src/coverage/same-control.js';
import type { Clause } from '../../src/standards/clause.entity.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const RANK = { UNASSESSED: 0, NONE: 1, PARTIAL: 2, FULL: 3 };

const ANALYSE = `query ($input: GapAnalysisInput!) { gapAnalysis(input: $input) {
  report { total full partial none unassessed standards { id } obligations { obligation { id } level topicsCovered { id } } }
  gaps { obligation { id } level remainder }
  next { clause { id } closes { id } improves { id } }
  unknown { reference node { id } suggestions { id } }
} }`;

interface Analysis {
  report: {
    total: number;
    full: number;
    standards: { id: string }[];
    obligations: { obligation: { id: string }; level: keyof typeof RANK }[];
  };
  gaps: { obligation: { id: string }; level: string; remainder: string | null }[];
  next: { clause: { id: string }; closes: { id: string }[]; improves: { id: string }[] }[];
  unknown: { reference: string; node: { id: string } | null; suggestions: { id: string }[] }[];
}

const analyse = async (implemented: [string, string][], more: object = {}): Promise<Analysis> => {
  const input = { implemented: implemented.map(([reference, status]) => ({ reference, status })), ...more };
  const { data, errors } = await kobling.ask(ANALYSE, { input });
  expect(errors).toBeUndefined();
  return data.gapAnalysis as Analysis;
};
const levelOf = ({ report }: Analysis, id: string) =>
  report.obligations.find(({ obligation }) => obligation.id === id)?.level;

describe('a gap analysis', () => {
  test('gives coverage for what is in place, and says what is left', async () => {
    const analysis = await analyse([['A.8.24', 'IMPLEMENTED']]);
    expect(levelOf(analysis, 'obligation/nis2/21.2.h')).toBe('FULL');
    expect(analysis.gaps.map(({ obligation }) => obligation.id)).not.toContain('obligation/nis2/21.2.h');
    expect(analysis.gaps).toHaveLength(analysis.report.total - analysis.report.full);
    for (const { level, remainder } of analysis.gaps)
      if (level === 'PARTIAL') expect(remainder).toMatch(/\w{3}/);
  });

  test.each([
    ['PARTIAL', 'PARTIAL'],
    ['PLANNED', 'NONE'],
    ['NOT_IMPLEMENTED', 'NONE'],
    ['NOT_APPLICABLE', 'NONE'],
  ])('takes a clause that is %s for %s at most', async (status, level) => {
    expect(levelOf(await analyse([['A.8.24', status]]), 'obligation/nis2/21.2.h')).toBe(level);
  });

  test('takes a control of one standard for the same control of another, both ways', async () => {
    const levels = (analysis: Analysis) => analysis.report.obligations;
    const byRequirement = await analyse([['27001 A.8.24', 'IMPLEMENTED']]);
    const byGuidance = await analyse([['ISO/IEC 27002:2022 8.24', 'IMPLEMENTED']]);
    expect(levels(byGuidance)).toEqual(levels(byRequirement));
  });

  test('counts the status that gives more where a clause is named twice', async () => {
    const analysis = await analyse([
      ['A.8.24', 'NOT_APPLICABLE'],
      ['27002 8.24', 'IMPLEMENTED'],
    ]);
    expect(levelOf(analysis, 'obligation/nis2/21.2.h')).toBe('FULL');
  });

  test('hands back what names no clause of a current edition, with what may be meant', async () => {
    const { unknown } = await analyse([
      ['A.12.6.1', 'IMPLEMENTED'],
      ['A.8.13', 'IMPLEMENTED'],
      ['27001 A.5', 'IMPLEMENTED'],
      ['Art. 21(2)(d)', 'IMPLEMENTED'],
      ['no such thing', 'IMPLEMENTED'],
    ]);
    expect(unknown.map(({ reference }) => reference)).toEqual([
      'A.12.6.1',
      '27001 A.5',
      'Art. 21(2)(d)',
      'no such thing',
    ]);
    expect(unknown[0]?.suggestions[0]?.id).toBe('clause/iso27001-2022/A.8.8');
    expect(unknown[1]?.suggestions.map(({ id }) => id)).toContain('clause/iso27001-2022/A.5.1');
  });

  test('recommends what closes most, then improves most, and keeps its word', async () => {
    const have: [string, string][] = [['A.5.1', 'IMPLEMENTED']];
    const before = await analyse(have, { next: 100 });
    const gain = ({ closes, improves }: Analysis['next'][number]) => closes.length * 1000 + improves.length;
    const gains = before.next.map(gain);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(before.next.length).toBeGreaterThan(20);
    for (const { clause, closes } of before.next.slice(0, 3)) {
      const after = await analyse([...have, [clause.id, 'IMPLEMENTED']]);
      for (const { id } of closes) expect(levelOf(after, id)).toBe('FULL');
    }
    expect((await analyse(have, { next: 0 })).next).toEqual([]);
    expect((await analyse(have)).next).toHaveLength(10);
  });

  test('with nothing in place finds every judged obligation uncovered', async () => {
    const { report, gaps } = await analyse([]);
    expect(gaps).toHaveLength(report.total);
    expect(new Set(report.obligations.map(({ level }) => level))).not.toContain('PARTIAL');
  });

  test('counts a sector standard only where the scope names its sector', async () => {
    const ids = (analysis: Analysis) => analysis.report.standards.map(({ id }) => id);
    expect(ids(await analyse([]))).not.toContain('standard/iso27019-2024');
    expect(ids(await analyse([], { scope: { sectors: ['sector/nis2/I.1'] } }))).toContain(
      'standard/iso27019-2024',
    );
  });

  test.each([
    [{ implemented: [], next: 101 }, 'input.next is 101, but must be 0 to 100.'],
    [{ implemented: [], next: -1 }, 'input.next is -1'],
    [
      { implemented: Array.from({ length: 501 }, () => ({ reference: 'A.5.1', status: 'PLANNED' })) },
      'input.implemented holds 501 items, but at most 500',
    ],
    [
      { implemented: [{ reference: 'x'.repeat(501), status: 'PLANNED' }] },
      'input.implemented[0] has 501 characters',
    ],
    [{ implemented: [], scope: { sectors: ['sector/nis2/I.55'] } }, 'scope.sectors: there is no'],
  ])('refuses what it cannot answer: %#', async (input, message) => {
    const { errors } = await kobling.ask(ANALYSE, { input });
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('never lowers a level when a clause is added, or taken from partly to wholly in place', () => {
    const { law, standards, mappings } = kobling.release;
    const current = standards.standards.all.filter((standard) => standard.current);
    const controls = controlsOf(standards);
    const clauses = [...new Set(mappings.mappings.all.map(({ clause }) => clause))];
    const some = fc.subarray(clauses, { maxLength: 60 });
    const closed = (chosen: Clause[]) => new Set(chosen.flatMap((clause) => controls.of(clause)));
    fc.assert(
      fc.property(some, some, fc.constantFrom(...clauses), (whole, partly, added) => {
        const before: InPlace = { whole: closed(whole), partly: closed(partly) };
        const after: InPlace = { ...before, whole: closed([...whole, added]) };
        const onlyPartly: InPlace = { ...before, partly: closed([...partly, added]) };
        for (const obligation of law.obligations.all.filter(({ entityFacing }) => entityFacing)) {
          const level = (inPlace: InPlace) =>
            RANK[coverageInPlace(obligation, inPlace, current, mappings).level];
          expect(level(onlyPartly)).toBeGreaterThanOrEqual(level(before));
          expect(level(after)).toBeGreaterThanOrEqual(level(onlyPartly));
        }
      }),
      { numRuns: 25 },
    );
  });
});
