import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { useKobling } from '../support/kobling.js';
import { problemsOf, schemaOf, textOf } from './ask.js';

const kobling = useKobling();
const validate = schemaOf('ciso-assistant-library');

interface Entry {
  source_requirement_urn: string;
  target_requirement_urn: string;
  relationship: string;
  strength_of_relationship: number;
}
interface MappingSet {
  urn: string;
  source_framework_urn: string;
  target_framework_urn: string;
  requirement_mappings: Entry[];
}
interface Library {
  urn: string;
  dependencies: string[];
  objects: { requirement_mapping_sets: MappingSet[] };
}

/** What the built-in frameworks number: runs of places under a number, as their libraries have them. */
const BUILT_IN: Record<string, readonly string[]> = {
  'nis2-directive': ['21.1', '21.2', ...[...'abcdefghij'].map((point) => `21.2.${point}`)],
  'iso27001-2022': [
    ...run('4', 4),
    ...run('5', 3),
    ...run('6.1', 3),
    ...run('6', 3),
    ...run('7', 5),
    ...run('7.5', 3),
    ...run('8', 3),
    ...run('9', 3),
    ...run('9.2', 2),
    ...run('9.3', 3),
    ...run('10', 2),
    ...run('a.5', 37),
    ...run('a.6', 8),
    ...run('a.7', 14),
    ...run('a.8', 34),
  ],
  'iso22301-2019': [
    ...['4', '5', '6', '7', '8', '9', '10'].flatMap((part) =>
      run(part, { 4: 4, 7: 5, 8: 6, 10: 2 }[part] ?? 3),
    ),
    ...['4.2', '4.3', '5.2', '6.1', '6.2', '9.2'].flatMap((part) => run(part, 2)),
    ...['7.5', '8.2', '9.3'].flatMap((part) => run(part, 3)),
    ...['8.3', '8.4'].flatMap((part) => run(part, 5)),
  ],
};

function run(part: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${part}.${index + 1}`);
}

const isBuiltIn = (urn: string) => {
  const [, framework = '', place = ''] = /^urn:intuitem:risk:req_node:([^:]+):(.+)$/.exec(urn) ?? [];
  return BUILT_IN[framework]?.includes(place) === true;
};

const libraryOf = async (pair: string) =>
  parse(await textOf(kobling, `ciso-assistant/${pair}.yaml`), { version: '1.1' }) as Library;

const PAIRS = ['nis2--iso27001-2022', 'nis2--iso22301-2019', 'iso27001-2022--nis2', 'iso22301-2019--nis2'];

describe('a library for CISO Assistant', () => {
  test.each(PAIRS)('%s is valid and holds both directions, its own first', async (pair) => {
    const library = await libraryOf(pair);
    expect(problemsOf(validate, library)).toEqual([]);
    const back = pair.split('--').reverse().join('--');
    expect(library.objects.requirement_mapping_sets.map(({ urn }) => urn)).toEqual(
      [pair, back].map((name) => `urn:kobling:risk:req_mapping_set:${name}`),
    );
  });

  test.each(PAIRS)('%s has no dangling URN, and depends on both frameworks', async (pair) => {
    const { dependencies, objects } = await libraryOf(pair);
    const frameworks = dependencies.map((urn) => urn.replace(':library:', ':framework:')).sort();
    for (const set of objects.requirement_mapping_sets) {
      expect([set.source_framework_urn, set.target_framework_urn].sort()).toEqual(frameworks);
      const urns = set.requirement_mappings.flatMap((one) => [
        one.source_requirement_urn,
        one.target_requirement_urn,
      ]);
      expect(urns.length).toBeGreaterThan(20);
      expect(urns.filter((urn) => !isBuiltIn(urn))).toEqual([]);
    }
  });

  test('would notice a dangling URN', () => {
    expect(isBuiltIn('urn:intuitem:risk:req_node:iso27001-2022:a.5.38')).toBe(false);
    expect(isBuiltIn('urn:intuitem:risk:req_node:nis2-directive:23.4.a')).toBe(false);
  });

  test('reads every relation from its source: what lies inside a clause is a superset on the way back', async () => {
    const [there, back] = (await libraryOf('nis2--iso27001-2022')).objects.requirement_mapping_sets;
    const inverse: Record<string, string> = { subset: 'superset', superset: 'subset' };
    const turned = there?.requirement_mappings.map((one) => ({
      ...one,
      source_requirement_urn: one.target_requirement_urn,
      target_requirement_urn: one.source_requirement_urn,
      relationship: inverse[one.relationship] ?? one.relationship,
    }));
    expect(back?.requirement_mappings).toEqual(turned);
    const cryptography = back?.requirement_mappings.find(
      (one) =>
        one.source_requirement_urn.endsWith(':a.8.24') && one.target_requirement_urn.endsWith(':21.2.h'),
    );
    expect(cryptography?.relationship).toBe('superset');
  });

  test('has one URN whichever way it is asked for', async () => {
    const urns = await Promise.all(['nis2--iso27001-2022', 'iso27001-2022--nis2'].map(libraryOf));
    expect(new Set(urns.map(({ urn }) => urn)).size).toBe(1);
  });
});
