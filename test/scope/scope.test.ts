import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';
import { classifyWith, decisive, rulesOf } from './ask.js';

const kobling = useKobling();
const classify = classifyWith(kobling);

describe('a reason', () => {
  test('names rule, article and sentence in both languages; class and what it rests on decide', async () => {
    const answer = await classify(['I.1.a.1'], { headcount: 250, establishedIn: ['DK'] });
    expect(answer).toMatchObject({ outcome: 'ESSENTIAL', size: 'LARGE', openQuestions: [] });
    expect(decisive(answer)).toEqual(['sme/2.2', 'sme/2.1', 'nis2/2.1', 'nis2/3.1.a']);
    expect(rulesOf(answer)).toEqual([...decisive(answer), 'nis2/26.1', 'nis2/32', 'nis2/34.4']);
    expect(answer.reasons[3]?.provision).toEqual({ id: 'provision/nis2/3.1.a', citation: 'Article 3(1)(a)' });
    for (const { statement, statementDa } of answer.reasons) expect(statementDa).not.toBe(statement);
  });

  test('says why an entity is out', async () => {
    const answer = await classify(['I.1.a.1'], { headcount: 49, annualTurnoverEur: 10e6 });
    expect(answer).toMatchObject({
      outcome: 'OUT_OF_SCOPE',
      size: 'SMALL',
      jurisdictions: [],
      supervision: null,
      maximumFine: null,
      obligations: [],
      standards: [],
      openQuestions: [],
    });
    expect(decisive(answer)).toEqual(['sme/2.2~small', 'nis2/2.1~below-size']);
  });

  test('is not given for what another ground has overtaken', async () => {
    const rules = rulesOf(await classify(['I.1.a.1'], { size: 'SMALL', circumstances: ['SOLE_PROVIDER'] }));
    expect(rules).toContain('nis2/2.2.b');
    expect(rules).not.toContain('nis2/2.1~below-size');
  });
});

describe('of several types', () => {
  const RANK = ['OUT_OF_SCOPE', 'REGISTRATION_ONLY', 'IMPORTANT', 'ESSENTIAL'];
  test('the strictest counts', async () => {
    const types = ['I.1.a.1', 'II.5.c.1', 'I.8.8', 'I.8.7', 'I.8.2', 'I.10.1', 'I.8.4', 'I.3.1'];
    for (const size of ['MICRO', 'SMALL', 'MEDIUM', 'LARGE']) {
      const alone = new Map<string, string>();
      for (const type of types) alone.set(type, (await classify([type], { size })).outcome);
      for (const one of types)
        for (const other of types) {
          const strictest = Math.max(...[one, other].map((type) => RANK.indexOf(alone.get(type) ?? '')));
          expect((await classify([one, other], { size })).outcome).toBe(RANK[strictest]);
        }
    }
  });

  test('public administration in security is out, but not as a trust service provider (2(9))', async () => {
    const circumstances = ['NATIONAL_SECURITY_OR_DEFENCE', 'LOCAL_GOVERNMENT'];
    expect((await classify([], { circumstances })).outcome).toBe('OUT_OF_SCOPE');
    expect((await classify(['I.8.2'], { circumstances, size: 'LARGE' })).outcome).toBe('OUT_OF_SCOPE');
    const trust = await classify(['I.10.1', 'I.8.7'], {
      circumstances: ['NATIONAL_SECURITY_OR_DEFENCE'],
      size: 'MICRO',
    });
    expect(trust.outcome).toBe('IMPORTANT');
    expect(decisive(trust)).toEqual(['nis2/2.2.a.ii', 'nis2/3.2']);
    expect(rulesOf(trust)).toContain('nis2/2.7');
    const qualified = await classify([], {
      circumstances: [
        'NATIONAL_SECURITY_OR_DEFENCE',
        'CENTRAL_GOVERNMENT',
        'QUALIFIED_TRUST_SERVICE_PROVIDER',
      ],
    });
    expect(qualified.outcome).toBe('ESSENTIAL');
    expect(decisive(qualified)).toContain('nis2/3.1.b');
    expect(decisive(qualified)).not.toContain('nis2/3.1.d');
  });

  test('a private entity in security keeps its class, and the exemption is asked for (2(8))', async () => {
    const circumstances = ['NATIONAL_SECURITY_OR_DEFENCE'];
    const maker = await classify(['II.5.b.1'], { circumstances, size: 'LARGE', establishedIn: ['SE'] });
    expect(maker.outcome).toBe('IMPORTANT');
    expect(maker.openQuestions).toEqual([expect.stringContaining('Article 2(8)')]);
    const trust = await classify(['I.8.7'], { circumstances, size: 'LARGE', establishedIn: ['SE'] });
    expect(trust.openQuestions).toEqual([]);
  });

  test('the exemption is asked for whatever comes out, save out of scope: Articles 3 and 27 may go as well', async () => {
    const exemption = expect.stringContaining('Article 2(8)');
    const registrar = await classify([], {
      circumstances: ['NATIONAL_SECURITY_OR_DEFENCE', 'DOMAIN_NAME_REGISTRATION_SERVICES'],
      establishedIn: ['SE'],
    });
    expect(registrar).toMatchObject({ outcome: 'REGISTRATION_ONLY', openQuestions: [exemption] });
    const circumstances = ['NATIONAL_SECURITY_OR_DEFENCE'];
    const open = await classify(['I.1.a.1'], { circumstances, headcount: 100, establishedIn: ['SE'] });
    expect(open.outcome).toBe('NEEDS_DECISION');
    expect(open.openQuestions).toContainEqual(exemption);
    const small = await classify(['I.1.a.1'], { circumstances, size: 'SMALL', establishedIn: ['SE'] });
    expect(small).toMatchObject({ outcome: 'OUT_OF_SCOPE', openQuestions: [] });
  });

  test('an education institution is no research organisation (6(41))', async () => {
    const university = await classify(['II.7.1'], {
      size: 'LARGE',
      circumstances: ['EDUCATION_WITH_CRITICAL_RESEARCH'],
    });
    expect(university.outcome).toBe('NEEDS_DECISION');
    expect(decisive(university)).toContain('nis2/2.5.b');
    expect((await classify(['II.7.1'], { size: 'LARGE' })).outcome).toBe('IMPORTANT');
  });
});

describe('a question', () => {
  test.each([
    [['I.1.a.1'], { establishedIn: ['SE'] }, ['50 and 250', 'turnover in euro', 'balance sheet total']],
    [
      ['I.1.a.1'],
      { establishedIn: ['SE'], headcount: 100, annualTurnoverEur: 60e6 },
      ['balance sheet total'],
    ],
    [['II.5.c.1'], { establishedIn: ['SE'], headcount: 30 }, ['turnover in euro', 'balance sheet total']],
    [[], { establishedIn: ['SE'], circumstances: ['LOCAL_GOVERNMENT'] }, ['Article 2(5)(a)']],
    [['I.10.2'], { establishedIn: ['SE'], size: 'SMALL' }, ['Article 2(2)(f)(ii)']],
    [
      ['I.10.2'],
      { establishedIn: ['SE'], size: 'LARGE' },
      ['Article 2(2)(f)(ii)', 'Articles 2(1) and 3(1)(a)'],
    ],
    [
      ['I.1.a.1'],
      { establishedIn: ['US'], size: 'LARGE' },
      ['provide services or carry out activities in the Union'],
    ],
  ])('is asked only if its answer could change the outcome: %j %j', async (types, rest, expected) => {
    const answer = await classify(types, rest);
    expect(answer.outcome).toBe('NEEDS_DECISION');
    expect(answer.openQuestions).toEqual(expected.map((part) => expect.stringContaining(part)));
    expect(answer.openQuestionsDa).toHaveLength(expected.length);
    expect(answer.openQuestionsDa).not.toEqual(answer.openQuestions);
  });

  test('is not asked of size where it makes no difference', async () => {
    // Medium or large: essential under 3(1)(c) or (a), so nobody needs to know which.
    const telecom = await classify(['I.8.8'], { headcount: 100, servesIn: ['SE'] });
    expect(telecom).toMatchObject({ outcome: 'ESSENTIAL', size: null, openQuestions: [] });
    expect(decisive(telecom)).toEqual(expect.arrayContaining(['nis2/3.1.a', 'nis2/3.1.c']));
    const maker = await classify(['II.5.c.1'], { headcount: 60, establishedIn: ['SE'] });
    expect(maker).toMatchObject({ outcome: 'IMPORTANT', size: null, openQuestions: [] });
  });
});
