import { describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { readFileSync } from 'node:fs';
import { CIRCUMSTANCES } from '../../src/explorer/scope/profile.js';
import { da } from '../../src/explorer/words/da.js';
import { en } from '../../src/explorer/words/en.js';
import { PATHS } from '../../src/paths.js';

const schema = buildSchema(readFileSync(PATHS.sdl, 'utf8'));

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type.getValues().map((value) => value.name);
}

/** Every sentence of a dictionary by its path; a function is called with figures and words in turn. */
function sentencesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [
      [path, String((value as (...given: unknown[]) => unknown)(...new Array<number>(value.length).fill(2)))],
    ];
  return Object.entries(value as object).flatMap(([key, inner]) => sentencesOf(inner, `${path}.${key}`));
}

/** Words that are the same in both languages, or stand for themselves. */
const ALIKE = /^\.page\.views\.matrix$|Standard|standard|\.status$|pasteExample|strengthOf|\.sector$/;

describe('the dictionary', () => {
  const english = sentencesOf(en);
  const danish = new Map(sentencesOf(da));

  test('says everything in both languages, and nothing is empty', () => {
    expect(english.length).toBeGreaterThan(250);
    for (const [path, sentence] of english) {
      expect({ path, says: sentence.trim() !== '' }).toEqual({ path, says: true });
      expect({ path, says: (danish.get(path) ?? '').trim() !== '' }).toEqual({ path, says: true });
    }
  });

  test('is translated: what reads the same in both is meant to', () => {
    const same = english.filter(([path, sentence]) => danish.get(path) === sentence && !ALIKE.test(path));
    expect(same.map(([path]) => path)).toEqual([]);
  });

  test('uses the quotation marks and abbreviations of each language', () => {
    for (const [path, sentence] of danish)
      expect({ path, odd: /[“”]/.test(sentence) }).toEqual({ path, odd: false });
    for (const [path, sentence] of english)
      expect({ path, odd: /[»«]/.test(sentence) }).toEqual({ path, odd: false });
  });

  test.each([
    ['CoverageLevel', en.levelNotes],
    ['StandardRole', en.roles],
    ['ObligationKind', en.kinds],
    ['EntityClass', en.classes],
    ['Relationship', en.relationships],
    ['Confidence', en.confidence],
    ['ReviewStatus', en.status],
    ['ImplementationStatus', en.gaps.statuses],
    ['ClassificationOutcome', en.scope.outcomes],
    ['EnterpriseSize', en.scope.sizes],
    ['Circumstance', en.scope.circumstance],
    ['ReportingStageKind', en.clocks.stages],
  ])('has words for every value of %s', (name, words) => {
    expect(Object.keys(words)).toEqual(expect.arrayContaining(valuesOf(name)));
  });

  test('asks about every circumstance that the API knows', () => {
    expect([...CIRCUMSTANCES].sort()).toEqual(valuesOf('Circumstance').sort());
  });
});
