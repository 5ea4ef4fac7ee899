import { describe, expect, test } from '@jest/globals';
import type { ScopeRuleSeed, ScopeSeed } from '../../src/seeding/answer-shapes.js';
import { problemsAfter } from '../support/seeds.js';

const FILE = 'scope/nis2.json';

/** What the check says after one rule is changed. */
async function afterRule(key: string, change: (rule: ScopeRuleSeed) => void): Promise<string[]> {
  return problemsAfter<ScopeSeed>(FILE, ({ rules }) => {
    const rule = rules.find((one) => one.key === key);
    if (!rule) throw new Error(`no rule ${key}`);
    change(rule);
  });
}

describe('the check of the decision table', () => {
  test.each<[string, (rule: ScopeRuleSeed) => void, string]>([
    [
      'nis2/3.1.f',
      (rule) => (rule.provision = 'nis2/3.1.h'),
      'provision points at provision/nis2/3.1.h, which does not exist. Did you mean',
    ],
    [
      'nis2/2.2.a.ii',
      (rule) => (rule.when = { types: ['nis2/I.8.77'] }),
      'type points at entity-type/nis2/I.8.77',
    ],
    [
      'nis2/2.1~below-size',
      (rule) => (rule.when = { annex: [], besides: ['nis2/I.99'] } as never),
      'must NOT have fewer than 1 items',
    ],
    [
      'nis2/2.7',
      (rule) => (rule.leaves = { types: ['nis2/I.8.x'], circumstances: [] }),
      'type points at entity-type/nis2/I.8.x',
    ],
    [
      'nis2/6.35',
      (rule) => (rule.disregards = ['LOCAL_GOVERMENT'] as never),
      'Did you mean LOCAL_GOVERNMENT?',
    ],
    ['nis2/6.41', (rule) => (rule.removes = ['nis2/II.7.9']), 'type points at entity-type/nis2/II.7.9'],
    [
      'nis2/annex-I~qualified-trust',
      (rule) => (rule.adds = ['nis2/I.8.9.9']),
      'type points at entity-type/nis2/I.8.9.9',
    ],
    [
      'nis2/4.1',
      (rule) => (rule.instead = 'dorra'),
      'instead points at instrument/dorra, which does not exist. Did you mean instrument/dora',
    ],
    [
      'nis2/26.3',
      (rule) => (rule.lifts = { obligations: ['nis2/26.9'] }),
      'obligations points at obligation/nis2/26.9',
    ],
    ['nis2/2.5.a', (rule) => (rule.when = { decision: 'NOBODY_ASKS' }), 'there is no question NOBODY_ASKS'],
    ['nis2/2.8', (rule) => (rule.question = 'NOBODY_ASKS'), 'there is no question NOBODY_ASKS'],
    [
      'nis2/2.1',
      (rule) => (rule.when = { rules: ['nis2/3.2'] }),
      'when builds on nis2/3.2, which is no earlier rule',
    ],
    [
      'nis2/3.1.d',
      (rule) => (rule.when = { outcome: ['IMPORTANT'] } as never),
      'when asks for what is not known at that point',
    ],
    [
      'nis2/34.4',
      (rule) => (rule.when = { atLeast: 'LARGE' } as never),
      'when asks for what is not known at that point',
    ],
    [
      'nis2/annex-I~qualified-trust',
      (rule) => (rule.when = { inUnion: true }),
      'when asks for what is not known at that point',
    ],
    [
      'nis2/2.10',
      (rule) => (rule.when = { circumstance: ['EXEMPTED_FROM_DORA'] } as never),
      'unknown key "circumstance". Did you mean circumstances?',
    ],
    [
      'nis2/2.10',
      (rule) => (rule.when = { circumstances: ['EXEMPT_FROM_DORA'] } as never),
      'Did you mean EXEMPTED_FROM_DORA?',
    ],
    ['nis2/2.10', (rule) => (rule.statement = { en: 'Only English.' }), 'statement lacks "da"'],
  ])('refuses %s changed', async (key, change, message) => {
    expect(await afterRule(key, change)).toEqual([expect.stringContaining(message)]);
  });

  test('refuses the same rule twice, and a ceiling that rests on nothing', async () => {
    const problems = await problemsAfter<ScopeSeed>(FILE, ({ rules, ceilings }) => {
      if (rules[0]) rules.splice(1, 0, rules[0]);
      if (ceilings[0]) ceilings[0].provision = 'sme/2.9';
    });
    expect(problems).toEqual([
      expect.stringContaining('scope-rule/nis2/annex-I~central is there twice'),
      expect.stringContaining('provision points at provision/sme/2.9'),
    ]);
  });

  test('misses a question that the code asks', async () => {
    const problems = await problemsAfter<ScopeSeed>(FILE, (content) => {
      content.questions = content.questions.filter(({ key }) => key !== 'REPRESENTATIVE');
    });
    expect(problems).toEqual([expect.stringContaining('there is no question REPRESENTATIVE')]);
  });
});
