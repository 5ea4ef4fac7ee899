import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Obligation } from '../../src/law/obligation.entity.js';
import type { Clause } from '../../src/standards/clause.entity.js';
import { Language } from '../../src/shared/language.js';
import { finish, type Draft } from '../../src/training/quiz.js';
import { areUnrelated } from '../../src/training/unrelated.js';
import { useKobling } from '../support/kobling.js';
import { OUTLINE, type Outline, type Question } from './outline.js';

const kobling = useKobling();
const EN = { language: Language.EN };

const outline = async (input: object): Promise<Outline> => {
  const { data, errors } = await kobling.ask(OUTLINE, { input });
  expect(errors).toBeUndefined();
  return (data as { courseOutline: Outline }).courseOutline;
};

const CURRENT = ['iso27001-2022', 'iso27002-2022', 'iso27005-2022', 'iso22301-2019'].map(
  (key) => `standard/${key}`,
);
const SECTORS = ['I.1', 'I.6', 'I.8', 'I.10', 'II.4'].map((key) => `sector/nis2/${key}`);

const inputs = fc.record(
  {
    audience: fc.constantFrom('MANAGEMENT', 'SECURITY_LEAD', 'PRACTITIONER', 'AUDITOR', 'ALL_STAFF'),
    minutes: fc.integer({ min: 30, max: 4800 }),
    questionsPerModule: fc.integer({ min: 0, max: 10 }),
    standards: fc.shuffledSubarray(CURRENT, { minLength: 1 }),
    scope: fc.record(
      {
        sectors: fc.shuffledSubarray(SECTORS, { minLength: 1 }),
        entityClass: fc.constantFrom('ESSENTIAL', 'IMPORTANT'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['audience'] },
);

/** What the graph says of each option, found again by its text: true where it would be right. */
function verdicts({ options, about }: Question): boolean[] {
  const { law, standards, mappings } = kobling.release;
  const obligation = law.obligations.linked(about[0]?.id ?? '');
  const edge = mappings.mappings.get(about.at(-1)?.id ?? '');
  const clausesNamed = (text: string) =>
    edge
      ? standards
          .clausesOf(edge.clause.standard)
          .filter((clause) => `${clause.number} ${clause.title(EN)}` === text)
      : [];
  const dutiesNamed = (text: string) =>
    law.obligations.all.filter(
      (one) => `${one.citation(EN)}: ${one.title(EN)}`.toLowerCase() === text.toLowerCase(),
    );
  const asking = (text: string) => law.obligations.all.filter((one) => one.summary(EN) === text);
  const leaving = (text: string) =>
    law.obligations.all.filter((one) => mappings.remainderOf(one).some((part) => part.text.en === text));
  const areJoined = (one: Obligation, clause: Clause) =>
    mappings.ofObligation(one).some((mapping) => mapping.clause === clause);
  const kin = [obligation, ...obligation.specifies, ...obligation.specifiedBy];
  return options.map((text) => {
    const named = clausesNamed(text);
    if (named.length > 0 && edge) {
      expect(mappings.isAssessed(obligation, edge.clause.standard)).toBe(true);
      return named.some((clause) => kin.some((one) => areJoined(one, clause)));
    }
    const duties = dutiesNamed(text);
    if (duties.length > 0 && edge) {
      for (const duty of duties) expect(mappings.isAssessed(duty, edge.clause.standard)).toBe(true);
      return duties.some((duty) => areJoined(duty, edge.clause));
    }
    const owners = [...asking(text), ...leaving(text)];
    if (owners.length > 0) return owners.some((one) => kin.includes(one));
    const { deadline, bearers } = obligation;
    const [amount = '', unit = ''] = text.split(' ');
    if (/^\d+$/.test(amount))
      return new RegExp(`^PT?${amount}${unit.charAt(0)}$`, 'i').test(deadline?.duration ?? '');
    return bearers.some((bearer) => text.toUpperCase().includes(BEARERS[bearer]));
  });
}

const BEARERS = {
  ESSENTIAL_ENTITY: 'ESSENTIAL ENTITIES',
  IMPORTANT_ENTITY: 'IMPORTANT ENTITIES',
  MANAGEMENT_BODY: 'MANAGEMENT BODY',
  TLD_REGISTRY: 'TOP-LEVEL DOMAIN',
  REGISTRAR: 'REGISTRATION SERVICES',
  MEMBER_STATE: 'MEMBER STATE',
  COMPETENT_AUTHORITY: 'COMPETENT AUTHORITY',
  CSIRT: 'CSIRT',
};

describe('an outline, whatever is asked for', () => {
  test('adds up, and asks questions of which the graph finds the one answer right and no other', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const { modules, totalMinutes } = await outline(input);
        expect(modules.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(totalMinutes);
        if (input.minutes !== undefined) expect(totalMinutes).toBe(input.minutes);
        const questions = modules.flatMap((module) => module.questions);
        expect(new Set(questions.map(({ prompt }) => prompt)).size).toBe(questions.length);
        for (const module of modules)
          expect(module.questions.length).toBeLessThanOrEqual(input.questionsPerModule ?? 3);
        for (const question of questions) {
          expect(question.options).toHaveLength(4);
          expect(new Set(question.options).size).toBe(4);
          expect(verdicts(question)).toEqual(question.options.map((_, index) => index === question.answer));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the same for the same input, in whatever order its lists stand', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const turned = {
          ...input,
          ...(input.standards ? { standards: [...input.standards, ...input.standards].reverse() } : {}),
          ...(input.scope?.sectors
            ? { scope: { ...input.scope, sectors: [...input.scope.sectors].reverse() } }
            : {}),
        };
        expect(await outline(turned)).toEqual(await outline(input));
      }),
      { numRuns: 15 },
    );
  });
});

test.each([
  ['nis2/21.2.a', 'nis2/21.2.b', true],
  ['nis2/21.2.a', 'nis2/21.2', false],
  ['nis2/21.2.c', 'cir/4.1.1', false],
  ['nis2/21.2.a', 'cir/4.1.1', true],
  ['nis2/21.1', 'cir/4.1.1', false],
  ['nis2/23.4.a', 'nis2/23.1/1', false],
  ['nis2/23.4.a', 'nis2/28.5', true],
  ['nis2/20.1', 'nis2/32.6', false],
  ['nis2/20.1', 'nis2/21.2.f', true],
])('whether %s and %s are surely apart: %s', (one, other, apart) => {
  const { obligations } = kobling.release.law;
  const [a, b] = [one, other].map((key) => obligations.linked(`obligation/${key}`));
  expect(areUnrelated(a!, b!)).toBe(apart);
  expect(areUnrelated(b!, a!)).toBe(apart);
});

describe('the questions', () => {
  const all = async () =>
    (
      await Promise.all(
        ['MANAGEMENT', 'SECURITY_LEAD', 'AUDITOR', 'ALL_STAFF'].map((audience) =>
          outline({ audience, questionsPerModule: 10 }),
        ),
      )
    ).flatMap(({ modules }) => modules.flatMap(({ questions }) => questions));

  test('are of every kind, and none gives its answer away', async () => {
    const questions = await all();
    for (const kind of [
      /^What does the duty in .* ask for\?$/,
      /^Who has the duty/,
      /^How long is the time limit/,
      /^Which clause of .* fully answers the topic/,
      /^Which clause of .* helps to meet/,
      /^What does .* still ask for with/,
      /^Which of these duties does/,
    ])
      expect(questions.filter(({ prompt }) => kind.test(prompt)).length).toBeGreaterThan(0);
    for (const { prompt, options, answer } of questions)
      expect(prompt.toLowerCase()).not.toContain(options[answer]?.toLowerCase());
  });

  test('do not hide the right answer in the same place', async () => {
    const places = (await all()).map(({ answer }) => answer);
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((one) => one === place).length / places.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.35);
    }
  });

  test('are explained by the citation, and by the reason and the sources of the edge behind them', async () => {
    const { law, mappings } = kobling.release;
    for (const { explanation, about, sources } of await all()) {
      const obligation = law.obligations.linked(about[0]?.id ?? '');
      expect(explanation.toLowerCase()).toContain(obligation.citation(EN).toLowerCase());
      const edge = mappings.mappings.get(about.at(-1)?.id ?? '');
      if (!edge) continue;
      expect(explanation).toContain(edge.rationale(EN));
      expect(sources.map(({ source }) => source.id)).toEqual(edge.sources.map(({ source }) => source.id));
      for (const { source } of edge.sources) expect(explanation).toContain(source.title);
    }
  });

  test('do not offer as wrong what varies the time limit asked about', async () => {
    const { modules } = await outline({
      audience: 'ALL_STAFF',
      scope: { kinds: ['REPORTING'] },
      questionsPerModule: 10,
    });
    const question = modules
      .flatMap(({ questions }) => questions)
      .find(({ prompt }) => prompt.startsWith('How long is the time limit in Article 23(4)(b)'));
    expect(question?.options[question.answer]).toBe('72 hours');
    // Article 23(4), second subparagraph: 24 hours for trust service providers.
    expect(question?.options).not.toContain('24 hours');
  });

  test('that would have too few wrong answers, or the same one twice, are not asked', () => {
    const choice = (key: string, en = key, da = `${key} da`) => ({ key, text: { en, da } });
    const draft = (wrong: Draft['wrong']): Draft => ({
      key: 'a question',
      prompt: { en: 'Which?', da: 'Hvilken?' },
      right: choice('right'),
      wrong,
      about: [],
      sources: [],
      explain: () => ({ en: 'Because.', da: 'Fordi.' }),
    });
    expect(finish(draft([[choice('a'), choice('b')]]))).toBeNull();
    expect(finish(draft([[choice('a'), choice('b'), choice('c', 'a')]]))).toBeNull();
    expect(finish(draft([[choice('a'), choice('b'), choice('c', 'c', 'right da')]]))).toBeNull();
    expect(finish(draft([[choice('a')], [choice('b'), choice('c')]]))?.optionTexts).toHaveLength(4);
  });
});
