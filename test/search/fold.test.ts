import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldText, joinedWordsOf, wordsOf } from '../../src/search/fold.js';

describe('folding', () => {
  test.each([
    ['Leverandørstyring', ['leverandoerstyring']],
    ['LEVERANDOERSTYRING', ['leverandoerstyring']],
    ['Ærø Ångström', ['aeroe', 'aangstroem']],
    ['a\u030Arlig', ['aarlig']],
    ['Référentiel café', ['referentiel', 'cafe']],
    ['Straße ﬁne', ['strasse', 'fine']],
    ['21(2)(d)', ['21', '2', 'd']],
    ['A.5.19', ['a', '5', '19']],
    ['(EU) 2024/2690', ['eu', '2024', '2690']],
    ['NIS2', ['nis', '2']],
    ['NIS 2-direktivet', ['nis', '2', 'direktivet']],
    ['§ 6, stk. 1', ['6', 'stk', '1']],
    ['x² ½', ['x', '2', '1', '2']],
    ['Ὀδυσσεύς עברית', ['οδυσσευς', 'עברית']],
    ['"*%_\\^\u0000😀', []],
    ['\ud800 a \u0301', ['a']],
  ])('tells the words of %j apart', (text, words) => {
    expect(foldText(text)).toEqual(words);
  });

  test('joins what is hyphenated beside its parts', () => {
    expect(joinedWordsOf('Multi-factor and follow-up-plan, tale-, video- og 2-faktor')).toMatchObject([
      { text: 'multifactor', start: 0, end: 12 },
      { text: 'followupplan' },
    ]);
  });

  test('says where a word stands in the text as written', () => {
    const text = 'Årlig gennemgang, jf. Ærø.';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Årlig',
      'gennemgang',
      'jf',
      'Ærø',
    ]);
  });

  test('leaves what is folded as it is, and nothing but letters and digits, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = foldText(text);
        expect(foldText(words.join(' '))).toEqual(words);
        for (const word of words) expect(word).toMatch(/^(?:\p{L}+|\p{N}+|[\p{L}\p{N}]+)$/u);
        for (const { start, end } of wordsOf(text)) expect(text.slice(start, end)).not.toMatch(/[\s"'*_]/u);
      }),
      { numRuns: 2000 },
    );
  });
});
