import { describe, expect, test } from '@jest/globals';
import { ProvisionKind } from '../../src/law/law.enums.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

/** Which points of Article 21(2) each title of the annex names, from the headings of the regulation. */
const TITLES: Readonly<Record<string, string>> = {
  1: 'a',
  2: 'a',
  3: 'b',
  4: 'c',
  5: 'd',
  6: 'e',
  7: 'f',
  8: 'g',
  9: 'h',
  10: 'i',
  11: 'ij',
  12: 'i',
  13: 'cei',
};

/** A word of each point of Article 21(2), in its own order. */
const LETTERS = {
  a: 'risk analysis',
  b: 'incident handling',
  c: 'business continuity',
  d: 'supply chain security',
  e: 'vulnerability handling and disclosure',
  f: 'effectiveness',
  g: 'cyber hygiene',
  h: 'cryptography',
  i: 'human resources security',
  j: 'multi-factor authentication',
};

describe('the annex of the implementing regulation', () => {
  const places = () =>
    kobling.release.law.provisions.all
      .filter(
        ({ id }) => id.startsWith('provision/cir/') && !id.includes('article-') && !id.endsWith('/annex'),
      )
      .map(({ id, kind }) => ({ path: id.replace('provision/cir/', ''), kind }));

  test('has 13 titles, 53 sections, 153 points, 205 letters and 12 roman items', () => {
    const count = (pattern: RegExp) => places().filter(({ path }) => pattern.test(path)).length;
    expect(count(/^\d+$/)).toBe(13);
    expect(count(/^\d+\.\d+$/)).toBe(53);
    expect(count(/^\d+\.\d+\.\d+$/)).toBe(153);
    expect(count(/^\d+(\.\d+)+\.[a-z]$/)).toBe(205);
    expect(count(/\.[a-z]\.[ivx]+$/)).toBe(12);
    expect(new Set(places().map(({ kind }) => kind))).toEqual(
      new Set([ProvisionKind.SECTION, ProvisionKind.POINT]),
    );
  });

  test('lays one duty at each point, which details exactly the measures its title names', () => {
    const points = kobling.release.law.obligations.all.filter(
      ({ id }) => id.startsWith('obligation/cir/') && !id.includes('article-'),
    );
    expect(points).toHaveLength(161);
    for (const { id, specifies } of points) {
      const title = id.replace('obligation/cir/', '').split('.')[0] ?? '';
      expect({ id, letters: specifies.map(({ measure }) => measure?.point).join('') }).toEqual({
        id,
        letters: TITLES[title],
      });
    }
  });

  test('has no number that other data sets invent', () => {
    for (const path of ['5.3', '12.5.1', '7.1.1', '9.1.1'])
      expect(kobling.release.law.provisions.get(`provision/cir/${path}`)).toBeUndefined();
  });

  test('names the figures that make an incident significant', async () => {
    const { data } = await kobling.ask(
      '{ provision(id: "provision/cir/article-3.1.a") { thresholds { comparison value unit whicheverIsLower } } }',
    );
    expect(data.provision.thresholds).toEqual([
      { comparison: 'MORE_THAN', value: 500000, unit: 'EUR', whicheverIsLower: true },
      { comparison: 'MORE_THAN', value: 5, unit: 'PERCENT_OF_ANNUAL_TURNOVER', whicheverIsLower: true },
    ]);
  });
});

test('the ten letters are those of the law', () => {
  const { measures } = kobling.release.law;
  expect(measures.all.map(({ point }) => point).join('')).toBe(Object.keys(LETTERS).join(''));
  for (const { point, titleText, id } of measures.all) {
    expect(titleText.en.toLowerCase()).toContain(LETTERS[point as keyof typeof LETTERS]);
    expect(id.endsWith(`.${point}`)).toBe(true);
  }
});
