import { describe, expect, test } from '@jest/globals';
import 'reflect-metadata';
import { citationOf, type CitationStyle } from '../../src/law/citation.js';
import { Numbering, ProvisionKind } from '../../src/law/law.enums.js';

const paragraphs = (path: string) =>
  /^(article-)?\d+[a-z]?\.\d+$/.test(path) && path !== '6.8' && path !== '7.2'
    ? ProvisionKind.PARAGRAPH
    : undefined;
const cite = (path: string, style: CitationStyle) => citationOf(path, paragraphs, style);

const REGULATION: CitationStyle = {
  numbering: Numbering.ANNEX_POINTS,
  citedAs: { en: 'Regulation (EU) 1/2000', da: 'forordning (EU) 1/2000' },
};
const NATIONAL: CitationStyle = {
  numbering: Numbering.SECTIONS,
  citedAs: { en: 'the Act', da: 'loven' },
};

describe('a citation', () => {
  test.each([
    ['21.2.d', 'Article 21(2)(d)', 'artikel 21, stk. 2, litra d)'],
    ['23.4.d.ii', 'Article 23(4)(d)(ii)', 'artikel 23, stk. 4, litra d), nr. ii)'],
    ['6.8', 'Article 6(8)', 'artikel 6, nr. 8)'],
    ['19a.1', 'Article 19a(1)', 'artikel 19a, stk. 1'],
    ['annex-I', 'Annex I', 'bilag I'],
  ])('of an act of articles: %s', (path, en, da) => {
    expect(cite(path, { numbering: Numbering.ARTICLES })).toEqual({ en, da });
  });

  test.each([
    [
      '5.1.4',
      'point 5.1.4 of the Annex to Regulation (EU) 1/2000',
      'punkt 5.1.4 i bilaget til forordning (EU) 1/2000',
    ],
    [
      '9.2.c.xii',
      'point 9.2(c)(xii) of the Annex to Regulation (EU) 1/2000',
      'punkt 9.2, litra c), nr. xii), i bilaget til forordning (EU) 1/2000',
    ],
    [
      'article-3.1.a',
      'Article 3(1)(a) of Regulation (EU) 1/2000',
      'artikel 3, stk. 1, litra a), i forordning (EU) 1/2000',
    ],
    [
      'article-5.b',
      'Article 5(b) of Regulation (EU) 1/2000',
      'artikel 5, litra b), i forordning (EU) 1/2000',
    ],
    ['annex', 'Annex to Regulation (EU) 1/2000', 'bilaget til forordning (EU) 1/2000'],
  ])('of an act with an annex of points: %s', (path, en, da) => {
    expect(cite(path, REGULATION)).toEqual({ en, da });
  });

  test.each([
    ['6', 'section 6 of the Act', '§ 6 i loven'],
    ['6.1.4', 'section 6(1)(4) of the Act', '§ 6, stk. 1, nr. 4, i loven'],
    ['7.1.4', 'section 7(4) of the Act', '§ 7, nr. 4, i loven'],
    ['333f.2', 'section 333 f(2) of the Act', '§ 333 f, stk. 2, i loven'],
    ['chapter-3', 'Chapter 3 of the Act', 'kapitel 3 i loven'],
    ['annex-1', 'Annex 1 to the Act', 'bilag 1 til loven'],
  ])('of a Danish act: %s', (path, en, da) => {
    expect(cite(path, NATIONAL)).toEqual({ en, da });
  });
});
