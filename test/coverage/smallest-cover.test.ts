import { describe, expect, test } from '@jest/globals';
import { coverageOf } from '../../src/coverage/coverage.js';
import { coverageInPlace } from '../../src/coverage/gaps.js';
import { controlsOf } from '../../src/coverage/same-control.js';
import { smallestCoverOf } from '../../src/coverage/smallest-cover.js';
import { CoverageLevel } from '../../src/mappings/mappings.enums.js';
import type { Clause } from '../../src/standards/clause.entity.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const CURRENT = [
  'standard/iso27001-2022',
  'standard/iso27002-2022',
  'standard/iso27005-2022',
  'standard/iso27011-2024',
  'standard/iso27019-2024',
  'standard/iso22301-2019',
];

describe('a smallest cover', () => {
  test('of all obligations by all six standards is proven, sufficient and without a clause to spare', () => {
    const { law, standards, mappings } = kobling.release;
    const editions = CURRENT.map((id) => standards.standards.linked(id));
    const obligations = law.obligations.all.filter(({ entityFacing }) => entityFacing);
    const controls = controlsOf(standards);
    const cover = smallestCoverOf(obligations, editions, mappings, controls);
    expect(cover.optimal).toBe(true);
    expect(cover.clauses.length).toBeGreaterThan(5);

    const reaches = (clauses: readonly Clause[]) => {
      const inPlace = {
        whole: new Set(clauses.flatMap((clause) => controls.of(clause))),
        partly: new Set<Clause>(),
      };
      return obligations.every((obligation) => {
        const best = coverageOf(obligation, editions, mappings).level;
        return (
          best === CoverageLevel.NONE ||
          best === CoverageLevel.UNASSESSED ||
          coverageInPlace(obligation, inPlace, editions, mappings).level === best
        );
      });
    };
    expect(reaches(cover.clauses)).toBe(true);
    for (const clause of cover.clauses)
      expect(reaches(cover.clauses.filter((other) => other !== clause))).toBe(false);
    expect(cover.covered.length + cover.uncovered.length).toBe(obligations.length);
  });

  test('is answered through the API, for a scope', async () => {
    const { data, errors } = await kobling.ask(
      `{ smallestCover(standards: ["standard/iso27001-2022", "standard/iso27002-2022"], scope: { measures: ["measure/nis2/21.2.h"], instruments: ["instrument/nis2"] }) {
        clauses { id } covered { id } uncovered { obligation { id } } optimal } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.smallestCover).toEqual({
      clauses: [{ id: 'clause/iso27001-2022/A.8.24' }],
      covered: [{ id: 'obligation/nis2/21.2.h' }],
      uncovered: [],
      optimal: true,
    });
  });

  test('refuses standards that do not exist, with the nearest', async () => {
    const { errors } = await kobling.ask(
      '{ smallestCover(standards: ["standard/iso27001-2023"]) { optimal } }',
    );
    expect(errors?.[0]?.message).toContain(
      'there is no "standard/iso27001-2023". Did you mean standard/iso27001-2022',
    );
  });
});
