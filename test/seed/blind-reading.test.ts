import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { agreementOf, differs, type TwiceReadPair, type Verdict } from '../../src/mappings/agreement.js';
import { Derivation, Relationship } from '../../src/mappings/mappings.enums.js';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const { pairs } = JSON.parse(
  readFileSync(path.join(ROOT, 'docs', 'review', 'blind-reading-0.2.0.json'), 'utf8'),
) as { pairs: TwiceReadPair[] };

const keyOf = ({ obligation, standard, clause }: TwiceReadPair) => `nis2/${obligation}~${standard}/${clause}`;
const relationshipOf = (verdict: Verdict | null | undefined) => verdict?.relationship ?? null;

/** What the release says of a pair today, NO_RELATIONSHIP read as nothing in common. */
function today(pair: TwiceReadPair): string | null {
  const mapping = kobling.release.mappings.mappings.get(`mapping/${keyOf(pair)}`);
  if (mapping?.derivation !== Derivation.ASSERTED) return null;
  return mapping.relationship === Relationship.NO_RELATIONSHIP ? null : mapping.relationship;
}

describe('the blind second reading of the ten measures', () => {
  test('read all ten, some pairs without an edge among them, and each pair once', () => {
    expect(new Set(pairs.map(({ obligation }) => obligation)).size).toBe(10);
    expect(new Set(pairs.map(keyOf)).size).toBe(pairs.length);
    for (const obligation of new Set(pairs.map((pair) => pair.obligation)))
      expect(
        pairs.filter((pair) => pair.obligation === obligation && pair.first === null).length,
      ).toBeGreaterThan(5);
  });

  test('left no difference without a resolution', () => {
    expect(pairs.filter((pair) => differs(pair) !== (pair.resolution !== undefined)).map(keyOf)).toEqual([]);
  });

  test('stands in the release as it was resolved', () => {
    const drifted = pairs.filter((pair) => {
      const kept = pair.resolution?.kept ?? 'FIRST';
      if (kept === 'NEITHER') return [pair.first, pair.second].map(relationshipOf).includes(today(pair));
      return relationshipOf(kept === 'FIRST' ? pair.first : pair.second) !== today(pair);
    });
    expect(drifted.map(keyOf)).toEqual([]);
  });

  test('has its figures printed by a command', () => {
    const printed = execFileSync('npm', ['run', '-s', 'agreement'], { cwd: ROOT, encoding: 'utf8' });
    const blind = pairs.filter(({ example }) => !example);
    expect(printed).toContain(`${(100 * agreementOf(blind).relationship).toFixed(1)} %`);
    expect(printed).not.toContain('unresolved');
  }, 120_000);
});

describe('agreement', () => {
  const verdict = (relationship: string, strength = 5): Verdict => ({ relationship, topics: [], strength });
  const pair = (first: Verdict | null, second: Verdict | null): TwiceReadPair => ({
    obligation: '1',
    standard: 's',
    clause: 'c',
    first,
    second,
  });

  test('is whole where all is alike, and beyond chance it is nothing where chance explains it', () => {
    const alike = [
      pair(verdict('SUPERSET_OF'), verdict('SUPERSET_OF')),
      pair(null, null),
      pair(verdict('INTERSECTS_WITH'), verdict('INTERSECTS_WITH')),
    ];
    expect(agreementOf(alike)).toEqual({
      pairs: 3,
      relationship: 1,
      kappa: 1,
      covers: 1,
      topics: 1,
      strength: 1,
    });
    const byChance = [
      pair(verdict('SUPERSET_OF'), verdict('SUPERSET_OF')),
      pair(verdict('SUPERSET_OF'), null),
      pair(null, verdict('SUPERSET_OF')),
      pair(null, null),
    ];
    expect(agreementOf(byChance)).toMatchObject({ relationship: 0.5, kappa: 0, covers: 0.5, topics: 1 });
  });

  test('counts a strength that differs by more than two against the readers', () => {
    const one = pair(verdict('SUPERSET_OF', 3), verdict('INTERSECTS_WITH', 6));
    expect(agreementOf([one])).toMatchObject({ relationship: 0, covers: 1, strength: 0 });
  });
});
