import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

const resolve = async (references: string[]) => {
  const { data, errors } = await kobling.ask(
    'query ($references: [String!]!) { resolve(references: $references) { reference node { id } suggestions { id } } }',
    { references },
  );
  expect(errors).toBeUndefined();
  return data.resolve as { reference: string; node: { id: string } | null; suggestions: { id: string }[] }[];
};

const A519 = 'clause/iso27001-2022/A.5.19';
const POINT_D = 'provision/nis2/21.2.d';

describe('a reference that can mean one thing only', () => {
  test.each([
    ['A.5.19', A519],
    ['a.5.19', A519],
    ['A5.19', A519],
    ['A 5.19', A519],
    ['[A.5.19]', A519],
    ['27001 A.5.19', A519],
    ['27001:2022-A.5.19', A519],
    ['27001 5.19', A519],
    ['ISO 27001:2022 (A.5.19)', A519],
    ['ISO/IEC 27001:2022 A.5.19', A519],
    ['ISO/IEC 27001 – A.5.19', A519],
    ['iso27001 annex a 5.19', A519],
    ['DS/EN ISO/IEC 27001:2023 bilag A 5.19', A519],
    ['ISO/IEC 27001:2022, A.5.19 Information security in supplier relationships', A519],
    ['clause/iso27001-2022/a.5.19', A519],
    ['iso27001-2022/A.5.19', A519],
    ['ISO 27002 5.19', 'clause/iso27002-2022/5.19'],
    ['ISO 27002 A.5.19', 'clause/iso27002-2022/5.19'],
    ['Kontrol 8.13 i ISO 27002', 'clause/iso27002-2022/8.13'],
    ['ISO27002:2022 control 8.13 Information backup', 'clause/iso27002-2022/8.13'],
    ['27001 6.1.2', 'clause/iso27001-2022/6.1.2'],
    ['ISO 27001 clause 9.2.2', 'clause/iso27001-2022/9.2.2'],
    ['ISO 22301 8.4.4', 'clause/iso22301-2019/8.4.4'],
    ['ISO 22301 pkt. 8.4.4', 'clause/iso22301-2019/8.4.4'],
    ['22301:2019 §8.4.4', 'clause/iso22301-2019/8.4.4'],
    ['27005 8.2', 'clause/iso27005-2022/8.2'],
    ['27019 ENR 5.38', 'clause/iso27019-2024/ENR-5.38'],
    ['27002:2013 12.6.1', 'clause/iso27002-2013/12.6.1'],
    ['ISO/IEC 27001:2022', 'standard/iso27001-2022'],
    ['ISO 27001', 'standard/iso27001-2022'],
    ['DS/EN ISO/IEC 27002:2022', 'standard/iso27002-2022'],
    ['Art. 21(2)(d)', POINT_D],
    ['Article 21(2)(d)', POINT_D],
    ['Art 21 (2) d)', POINT_D],
    ['21(2)(d)', POINT_D],
    ['20(1)', 'provision/nis2/20.1'],
    ['23 (4)', 'provision/nis2/23.4'],
    ['21.2.d', POINT_D],
    ['21 stk 2 litra d', POINT_D],
    ['NIS2 article 21.2 d', POINT_D],
    ['artikel 21, stk. 2, litra d', POINT_D],
    ['artikel 21, stk. 2, litra d)', POINT_D],
    ['Article 21(2)(d) of Directive (EU) 2022/2555', POINT_D],
    ['Directive (EU) 2022/2555 Article 21(2)(d)', POINT_D],
    ['NIS 2-direktivet artikel 20, stk. 1', 'provision/nis2/20.1'],
    ['Article 23(4)(d)(ii)', 'provision/nis2/23.4.d.ii'],
    ['Artikel 6, nr. 8', 'provision/nis2/6.8'],
    ['NIS2 Annex I', 'provision/nis2/annex-I'],
    ['bilag II', 'provision/nis2/annex-II'],
    ['kapitel IV', 'provision/nis2/chapter-IV'],
    ['2024/2690 5.1.4', 'provision/cir/5.1.4'],
    ['2024/2690 5.1.4(a)', 'provision/cir/5.1.4.a'],
    ['CIR article 3(1)', 'provision/cir/article-3.1'],
    ['NIS2', 'instrument/nis2'],
    ['DORA', 'instrument/dora'],
    ['ISO/IEC 27001:2022 Annex A 5.19', A519],
    ['ISO27001 A5.19', A519],
    ['A.５.19', A519],
    ['=A.5.19', A519],
    ["'A.5.19", A519],
    ['\tA.5.19\n', A519],
    ['A_5_19', A519],
    ['A-5-19', A519],
    ['Annex A.8.24', 'clause/iso27001-2022/A.8.24'],
    ['Annex A control 8.24', 'clause/iso27001-2022/A.8.24'],
    ['Annex A, 8.24', 'clause/iso27001-2022/A.8.24'],
    ['Bilag A, kontrol 8.24', 'clause/iso27001-2022/A.8.24'],
    ['ISO-27001 A.8.24', 'clause/iso27001-2022/A.8.24'],
    ['A.8.24 Use of cryptography', 'clause/iso27001-2022/A.8.24'],
    ['A.8.24 Anvendelse af kryptografi', 'clause/iso27001-2022/A.8.24'],
    ['Kontrol A.5.7', 'clause/iso27001-2022/A.5.7'],
    ['ISO 27001 pkt. 6.1.3', 'clause/iso27001-2022/6.1.3'],
    ['ISO 27001, punkt 9.3.2', 'clause/iso27001-2022/9.3.2'],
    ['ISO 27001 afsnit 7.5', 'clause/iso27001-2022/7.5'],
    ['27001 § 10.2', 'clause/iso27001-2022/10.2'],
    ['27002-8.28', 'clause/iso27002-2022/8.28'],
    ['27002:2022 - 8.28 Secure coding', 'clause/iso27002-2022/8.28'],
    ['DS/EN ISO 22301:2019 8.2.2', 'clause/iso22301-2019/8.2.2'],
    ['ISO/IEC 27005:2022 7.2.1', 'clause/iso27005-2022/7.2.1'],
    ['ENR 5.38', 'clause/iso27019-2024/ENR-5.38'],
    ['ISO/IEC 27011 TEL 5.42', 'clause/iso27011-2024/TEL-5.42'],
    ['27001', 'standard/iso27001-2022'],
    ['NIS2 21(2)d', POINT_D],
    ['NIS2-21.2.d', POINT_D],
    ['Art. 21 (2) lit. d', POINT_D],
    ['Article 21, paragraph 2, point (d)', POINT_D],
    ['Article 21(2), point (d)', POINT_D],
    ['point (d) of Article 21(2)', POINT_D],
    ['litra d i artikel 21, stk. 2', POINT_D],
    ['NIS2-direktivets artikel 21, stk. 2, litra d', POINT_D],
    ['art. 21, stk. 2, d', POINT_D],
    ['Art. 23', 'provision/nis2/23'],
    ['art. 23 stk. 4 litra a', 'provision/nis2/23.4.a'],
    ['(EU) 2022/2555', 'instrument/nis2'],
    ['Directive 2022/2555 art. 7', 'provision/nis2/7'],
    ['Annex I NIS2', 'provision/nis2/annex-I'],
    ['NIS2 bilag 1', 'provision/nis2/annex-I'],
    ['CIR 2024/2690 annex 11.6.1', 'provision/cir/11.6.1'],
    ['Implementing Regulation (EU) 2024/2690 point 6.7.2(a)', 'provision/cir/6.7.2.a'],
    ['(EU) 2024/2690 bilaget punkt 5.1.4', 'provision/cir/5.1.4'],
    ['2024/2690 article 4', 'provision/cir/article-4'],
    ['NIS 2-loven § 6, stk. 1', 'provision/dk-nis2/6.1'],
    ['NIS2-loven § 6', 'provision/dk-nis2/6'],
    ['DORA article 17', 'provision/dora/17'],
    ['GDPR Art. 33', 'provision/gdpr/33'],
    ['CER Article 13', 'provision/cer/13'],
    ['measure/nis2/21.2.C', 'measure/nis2/21.2.c'],
    ['topic/nis2/21.2.c/backup-management', 'topic/nis2/21.2.c/backup-management'],
    ['obligation/nis2/21.2.d', 'obligation/nis2/21.2.d'],
  ])('is that thing: %s', async (reference, id) => {
    expect((await resolve([reference]))[0]?.node?.id).toBe(id);
  });
});

describe('a reference that is unsure', () => {
  test.each([
    ['A.15.1.1', A519],
    ['A.12.6.1', 'clause/iso27001-2022/A.8.8'],
    ['ISO 27001:2013 A.12.6.1', 'clause/iso27001-2022/A.8.8'],
    ['5.19', A519],
    ['6.1.2', 'clause/iso27001-2022/6.1.2'],
    ['10.1', 'clause/iso27001-2022/10.1'],
    ['A.5.19 Access control', A519],
    ['A.5.19; A.5.20', A519],
    ['A.5.19, A.5.20, A.5.21', 'clause/iso27001-2022/A.5.21'],
    ['ISO 27001:2022 - 6.1.3 d)', 'clause/iso27001-2022/6.1.3'],
    ['information backup', 'clause/iso27001-2022/A.8.13'],
    ['ISO 27009 5.1', 'standard/iso27001-2022'],
    ['Art. 23(4), second subparagraph', 'provision/nis2/23.4'],
    ['Art. 21(2)(k)', 'provision/nis2/21.2'],
    ['21(2)(k)', 'provision/nis2/21.2'],
    ['Art. 21(2)(c) and (d)', POINT_D],
    ['Artikel 21, stk. 2, litra c og d', POINT_D],
    ['Art. 21 Abs. 2 lit. d', 'provision/nis2/21'],
    ['§ 6', 'provision/dk-nis2/6'],
    ['NIS2 § 6', 'provision/dk-nis2/6'],
    ['GDPR art. 32(1)(b)', 'provision/gdpr/32'],
    ['A.5.1-A.5.4', 'clause/iso27001-2022/A.5.4'],
    ['A.5.1 og A.5.2', 'clause/iso27001-2022/A.5.2'],
    ['27001 5.19 / 27002 5.19', 'clause/iso27002-2022/5.19'],
    ['ISO 27001:2022 A.5.38', 'clause/iso27001-2022/A.5.3'],
    ['A.05.19', A519],
    ['А.5.19', A519],
    ['A.5.19.1', A519],
    ['8.13', 'clause/iso27001-2022/A.8.13'],
    ['A.18.2.3', 'clause/iso27001-2022/A.5.36'],
    ['NIS2 article 99', 'instrument/nis2'],
    ['håndtering af hændelser', 'measure/nis2/21.2.b'],
  ])('is not guessed, but suggested: %s', async (reference, likely) => {
    const [answer] = await resolve([reference]);
    expect(answer?.node).toBeNull();
    expect(answer?.suggestions.map(({ id }) => id)).toContain(likely);
    expect(answer?.suggestions.length).toBeLessThanOrEqual(5);
  });

  test.each([
    'stk. 2',
    'NIST CSF PR.AC-1',
    'SOC 2 CC6.1',
    'MFA',
    'litra d',
    '',
    ' ',
    '%',
    '_',
    "'; drop table clause",
    '\u0000',
    '\ud800',
    '__proto__',
  ])('is nothing where it says nothing: %j', async (reference) => {
    expect((await resolve([reference]))[0]?.node).toBeNull();
  });
});

describe('a call', () => {
  test('answers in the order of the references, one result each', async () => {
    const references = Array.from({ length: 500 }, (_, index) => (index % 2 ? 'A.5.19' : 'no such thing'));
    const answers = await resolve(references);
    expect(answers.map(({ reference }) => reference)).toEqual(references);
    expect(answers.filter(({ node }) => node)).toHaveLength(250);
  });

  test.each([
    [[], 'references is an empty list'],
    [Array.from({ length: 501 }, () => 'A.5.19'), 'references holds 501 items, but at most 500'],
    [['x'.repeat(501)], 'references[0] has 501 characters'],
  ])('is bounded: %#', async (references, message) => {
    const { errors } = await kobling.ask(
      'query ($references: [String!]!) { resolve(references: $references) { reference } }',
      { references },
    );
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
