import { describe, expect, test } from '@jest/globals';
import { ClauseKind } from '../../src/standards/standards.enums.js';
import { CoverageLevel, Derivation, Relationship } from '../../src/mappings/mappings.enums.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

describe('edges', () => {
  test('give the same pairs from the obligation, from the clause and from the list', () => {
    const { mappings, law, standards } = kobling.release;
    const pair = ({ obligation, clause }: { obligation: { id: string }; clause: { id: string } }) =>
      `${obligation.id} ${clause.id}`;
    const listed = mappings.mappings.all.map(pair).sort();
    expect(
      law.obligations.all.flatMap((obligation) => mappings.ofObligation(obligation).map(pair)).sort(),
    ).toEqual(listed);
    expect(standards.clauses.all.flatMap((clause) => mappings.ofClause(clause).map(pair)).sort()).toEqual(
      listed,
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('carry a reason, a gap unless they cover fully, and sources, in both languages', () => {
    for (const mapping of kobling.release.mappings.mappings.all) {
      const { id, rationaleText, gapText, covers, sources, strength } = mapping;
      for (const text of [rationaleText, ...(covers === CoverageLevel.FULL ? [] : [gapText])]) {
        expect({ id, text }).toMatchObject({
          text: { en: expect.stringMatching(/\w{3}/), da: expect.stringMatching(/\w{3}/) },
        });
      }
      expect(sources.length).toBeGreaterThan(0);
      expect(strength).toBeGreaterThanOrEqual(1);
      expect(strength).toBeLessThanOrEqual(10);
    }
  });

  test('never point at a heading or at an edition that is superseded', () => {
    for (const { clause } of kobling.release.mappings.mappings.all) {
      expect(clause.kind).not.toBe(ClauseKind.HEADING);
      expect(clause.standard.current).toBe(true);
    }
  });

  test('spread honestly: no relationship makes up more than two thirds of the judged ones', () => {
    const asserted = kobling.release.mappings.mappings.all.filter(
      ({ derivation }) => derivation === Derivation.ASSERTED,
    );
    for (const relationship of Object.values(Relationship)) {
      const share =
        asserted.filter((mapping) => mapping.relationship === relationship).length / asserted.length;
      expect(share).toBeLessThanOrEqual(2 / 3);
    }
  });

  test('of Annex A are inherited by the guidance and the sector standards, and say from where', async () => {
    const { data } = await kobling.ask(`{
      clause(id: "clause/iso27019-2024/8.13") { mappings(filter: { obligations: ["obligation/nis2/21.2.c"] }) { nodes { id derivation inheritedFrom { id derivation } } } }
      obligation(id: "obligation/nis2/21.2.c") { mappings(filter: { clauses: ["clause/iso27002-2022/8.13"] }) { nodes { id } } }
    }`);
    expect(data.clause.mappings.nodes).toEqual([
      {
        id: 'mapping/nis2/21.2.c~iso27019-2024/8.13',
        derivation: 'INHERITED',
        inheritedFrom: { id: 'mapping/nis2/21.2.c~iso27002-2022/8.13', derivation: 'ASSERTED' },
      },
    ]);
    expect(data.obligation.mappings.nodes).toEqual([{ id: 'mapping/nis2/21.2.c~iso27002-2022/8.13' }]);
  });

  test('are narrowed by every part of the filter', async () => {
    const count = async (filter: string) => {
      const { data, errors } = await kobling.ask(
        `{ mappings(filter: ${filter}) { totalCount nodes { strength } } }`,
      );
      expect(errors).toBeUndefined();
      return data.mappings.totalCount as number;
    };
    const all = kobling.release.mappings.mappings.size;
    expect(
      (await count('{ instruments: ["instrument/nis2"] }')) +
        (await count('{ instruments: ["instrument/cir"] }')),
    ).toBe(all);
    expect((await count('{ derivations: [ASSERTED] }')) + (await count('{ derivations: [INHERITED] }'))).toBe(
      all,
    );
    expect(await count('{ minStrength: 10 }')).toBeLessThan(await count('{ minStrength: 5 }'));
    expect(
      (await count('{ confidence: [HIGH] }')) +
        (await count('{ confidence: [MEDIUM] }')) +
        (await count('{ confidence: [LOW] }')),
    ).toBe(all);
    const perRelationship = await Promise.all(
      Object.values(Relationship).map((value) => count(`{ relationships: [${value}] }`)),
    );
    expect(perRelationship.reduce((sum, number) => sum + number, 0)).toBe(all);
    expect(
      await count('{ measures: ["measure/nis2/21.2.h"], standards: ["standard/iso27001-2022"] }'),
    ).toBeGreaterThan(0);
  });

  test('to a sector standard hold in that sector only', async () => {
    const inSector = async (sector: string) => {
      const { data } = await kobling.ask(
        `{ mappings(filter: { standards: ["standard/iso27019-2024"], sectors: ["${sector}"] }) { totalCount } }`,
      );
      return data.mappings.totalCount as number;
    };
    expect(await inSector('sector/nis2/I.1')).toBeGreaterThan(0);
    expect(await inSector('sector/nis2/I.5')).toBe(0);
  });

  test.each([
    [
      '{ obligations: ["obligation/nis2/21.2.k"] }',
      'filter.obligations: there is no "obligation/nis2/21.2.k". Did you mean obligation/nis2/21.2.a',
    ],
    ['{ clauses: ["clause/iso27001-2013/A.15.1.1"] }', 'filter.clauses: there is no'],
    ['{ minStrength: 11 }', 'filter.minStrength is 11, but strength runs from 1 to 10.'],
    ['{ minStrength: 0 }', 'filter.minStrength is 0'],
    ['{ relationships: [] }', 'filter.relationships is an empty list.'],
    ['{ standards: [] }', 'filter.standards is an empty list.'],
  ])('refuse %s', async (filter, message) => {
    const { data, errors } = await kobling.ask(`{ mappings(filter: ${filter}) { totalCount } }`);
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
