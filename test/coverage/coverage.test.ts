import { describe, expect, test } from '@jest/globals';
import { CoverageLevel } from '../../src/mappings/mappings.enums.js';
import { coverageOf } from '../../src/coverage/coverage.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const ISMS = 'standard/iso27001-2022';
const BCMS = 'standard/iso22301-2019';
const ALL_SIX = [
  ISMS,
  'standard/iso27002-2022',
  'standard/iso27005-2022',
  'standard/iso27011-2024',
  'standard/iso27019-2024',
  BCMS,
];

const REPORT = `query ($standards: [ID!]!, $scope: ScopeInput) {
  coverage(standards: $standards, scope: $scope) {
    total full partial none unassessed standards { id } disclaimer(language: DA) dataset { version }
    measures { measure { point } level full partial none unassessed obligations { obligation { id } level } }
    obligations { obligation { id measure { id } } level remainder da: remainder(language: DA) topicsCovered { id } topicsMissing { id }
      mappings { id clause { standard { id } } covers } assessments { standard { id } outcome reason(language: DA) } unassessedStandards { id } standards { id } }
  }
}`;

interface Row {
  obligation: { id: string; measure: { id: string } | null };
  level: CoverageLevel;
  remainder: string | null;
  da: string | null;
  topicsCovered: { id: string }[];
  topicsMissing: { id: string }[];
  mappings: { id: string; covers: CoverageLevel }[];
  assessments: { standard: { id: string } }[];
  unassessedStandards: { id: string }[];
}
interface Report {
  total: number;
  full: number;
  partial: number;
  none: number;
  unassessed: number;
  standards: { id: string }[];
  measures: { measure: { point: string }; level: CoverageLevel; obligations: { level: CoverageLevel }[] }[];
  obligations: Row[];
}

const report = async (standards: string[], scope?: object) => {
  const { data, errors } = await kobling.ask(REPORT, { standards, scope });
  expect(errors).toBeUndefined();
  return data.coverage as Report;
};
const article = (row: Row) => Number(/obligation\/nis2\/(\d+)/.exec(row.obligation.id)?.[1]);

describe('coverage', () => {
  test('is never FULL where no ISO clause closes the gap, whichever standards are in place', async () => {
    const neverFull = /nis2\/(20\.|23\.|3\.4|27\.|21\.2\.j|21\.3)/;
    for (const standards of [[ISMS], [BCMS], ALL_SIX]) {
      const { obligations } = await report(standards);
      const guarded = obligations.filter(({ obligation }) => neverFull.test(obligation.id));
      expect(guarded.length).toBeGreaterThanOrEqual(16);
      expect(guarded.filter(({ level }) => level === CoverageLevel.FULL)).toEqual([]);
    }
  });

  test.each([ISMS, BCMS])(
    'leaves no obligation of Articles 20, 21 and 23 unassessed for %s',
    async (standard) => {
      const { obligations } = await report([standard]);
      const judged = obligations.filter((row) => [20, 21, 23].includes(article(row)));
      expect(judged).toHaveLength(27);
      expect(judged.filter(({ level }) => level === CoverageLevel.UNASSESSED)).toEqual([]);
    },
  );

  test('says in both languages what remains wherever something does, and nothing where it is FULL', async () => {
    for (const standards of [[ISMS], [BCMS], [ISMS, BCMS]]) {
      for (const row of (await report(standards)).obligations) {
        if (row.level === CoverageLevel.FULL) expect(row.remainder).toBeNull();
        if (row.level === CoverageLevel.UNASSESSED) expect(row.remainder).toBeNull();
        if (row.level === CoverageLevel.PARTIAL || row.level === CoverageLevel.NONE) {
          expect({ id: row.obligation.id, en: row.remainder }).toEqual({
            id: row.obligation.id,
            en: expect.stringMatching(/\w{3}/),
          });
          expect(row.da).toMatch(/\w{3}/);
          expect(row.da).not.toBe(row.remainder);
        }
      }
    }
  });

  test('holds its own rule: level, topics, edges and assessments agree', async () => {
    for (const row of (await report([ISMS, BCMS])).obligations) {
      const covers = new Set(row.mappings.map((mapping) => mapping.covers));
      const allTopics = row.topicsMissing.length === 0 && row.topicsCovered.length > 0;
      const expected =
        covers.has(CoverageLevel.FULL) || allTopics
          ? CoverageLevel.FULL
          : covers.has(CoverageLevel.PARTIAL)
            ? CoverageLevel.PARTIAL
            : row.mappings.length + row.assessments.length > 0
              ? CoverageLevel.NONE
              : CoverageLevel.UNASSESSED;
      expect({ id: row.obligation.id, level: row.level }).toEqual({ id: row.obligation.id, level: expected });
    }
  });

  test('never falls when a standard is added', () => {
    const { law, standards, mappings } = kobling.release;
    const rank = { UNASSESSED: 0, NONE: 1, PARTIAL: 2, FULL: 3 };
    const editions = ALL_SIX.map((id) => standards.standards.linked(id));
    for (const obligation of law.obligations.all) {
      let last = 0;
      editions.forEach((_, index) => {
        const now = rank[coverageOf(obligation, editions.slice(0, index + 1), mappings).level];
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      });
    }
  });

  test('counts every obligation once, and every measure by its obligations', async () => {
    const { total, full, partial, none, unassessed, obligations, measures } = await report([ISMS]);
    expect(obligations).toHaveLength(total);
    expect(full + partial + none + unassessed).toBe(total);
    expect(measures.map(({ measure }) => measure.point).join('')).toBe('abcdefghij');
    for (const { level, obligations: own } of measures) {
      const levels = new Set(own.map((row) => row.level));
      expect(level).toBe(levels.size === 1 ? [...levels][0] : CoverageLevel.PARTIAL);
    }
  });

  test('of cryptography by the ISMS standard is FULL by one control', async () => {
    const { data } = await kobling.ask(
      `{ obligation(id: "obligation/nis2/21.2.h") { coverage(standards: ["${ISMS}"]) { level topicsMissing { id } remainder } } }`,
    );
    expect(data.obligation.coverage).toEqual({ level: 'FULL', topicsMissing: [], remainder: null });
  });

  test('tells which standards of the set nobody has judged', async () => {
    const { obligations } = await report([ISMS, 'standard/iso27001-2013'], {
      instruments: ['instrument/cir'],
    });
    const row = obligations.find(({ obligation }) => obligation.id === 'obligation/cir/3.1.1');
    expect(row?.unassessedStandards).toEqual([{ id: 'standard/iso27001-2013' }]);
  });

  test('by an edition nobody mapped is UNASSESSED, not NONE', async () => {
    const { total, unassessed } = await report(['standard/iso27001-2013']);
    expect(unassessed).toBe(total);
  });
});

describe('a scope', () => {
  test('leaves out what an important entity, or another sector, never has to do', async () => {
    const ids = async (scope: object) =>
      (await report([ISMS], scope)).obligations.map(({ obligation }) => obligation.id);
    expect(await ids({})).toContain('obligation/nis2/28.1');
    expect(await ids({ entityClass: 'IMPORTANT' })).not.toContain('obligation/nis2/28.1');
    expect(await ids({ entityClass: 'IMPORTANT' })).not.toContain('obligation/nis2/32.6');
    expect(await ids({ entityClass: 'IMPORTANT' })).toContain('obligation/nis2/33.5');
    expect(await ids({ entityClass: 'ESSENTIAL' })).not.toContain('obligation/nis2/33.5');
    expect(await ids({ sectors: ['sector/nis2/I.1'] })).not.toContain('obligation/nis2/27.2');
    expect(await ids({ entityTypes: ['entity-type/nis2/I.8.4'] })).toContain('obligation/nis2/27.2');
    expect(await ids({ kinds: ['GOVERNANCE'] })).toEqual(['obligation/nis2/20.1', 'obligation/nis2/20.2']);
    expect(await ids({ measures: ['measure/nis2/21.2.c'] })).toEqual(['obligation/nis2/21.2.c']);
  });

  test('never counts duties of authorities and Member States', async () => {
    const { obligations } = await report([ISMS]);
    expect(obligations.map(({ obligation }) => obligation.id)).not.toContain('obligation/nis2/34.4');
  });

  test('decides whether a sector standard counts', async () => {
    const both = [ISMS, 'standard/iso27019-2024'];
    expect((await report(both)).standards).toHaveLength(2);
    expect((await report(both, { sectors: ['sector/nis2/I.1'] })).standards).toHaveLength(2);
    expect((await report(both, { sectors: ['sector/nis2/I.5'] })).standards).toEqual([{ id: ISMS }]);
    // Hydrogen is energy, but not what the energy standard is written for.
    expect((await report(both, { entityTypes: ['entity-type/nis2/I.1.e.1'] })).standards).toEqual([
      { id: ISMS },
    ]);
  });

  test.each([
    [['standard/iso27019-2024'], { sectors: ['sector/nis2/I.5'] }, 'answers only in its own sector'],
    [[], undefined, 'standards is an empty list.'],
    [['iso27001'], undefined, 'standards: there is no "iso27001".'],
    [
      [ISMS],
      { sectors: ['sector/nis2/I.55'] },
      'scope.sectors: there is no "sector/nis2/I.55". Did you mean',
    ],
    [
      [ISMS],
      { sectors: ['sector/nis2/I.5'], entityTypes: ['entity-type/nis2/I.8.4'] },
      'none of the entity types stands in one of the sectors',
    ],
    [[ISMS], { kinds: [] }, 'scope.kinds is an empty list.'],
  ])('refuses what cannot be answered: %j in %j', async (standards, scope, message) => {
    const { data, errors } = await kobling.ask(REPORT, { standards, scope });
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
