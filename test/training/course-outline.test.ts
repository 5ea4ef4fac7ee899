import { describe, expect, test } from '@jest/globals';
import { useKobling, type Answer } from '../support/kobling.js';
import { OUTLINE, type Outline } from './outline.js';

const kobling = useKobling();

const ask = (input: object, language = 'EN'): Promise<Answer> => kobling.ask(OUTLINE, { input, language });
const outline = async (input: object, language?: string) => {
  const { data, errors } = await ask(input, language);
  expect(errors).toBeUndefined();
  return (data as { courseOutline: Outline }).courseOutline;
};
const ISO27001 = 'standard/iso27001-2022';
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const idsOf = ({ obligations }: { obligations: { id: string }[] }) => obligations.map(({ id }) => id);

describe('an outline for a security lead', () => {
  test('holds all ten measures in two days, each with its outcomes, gaps and questions', async () => {
    const course = await outline({ audience: 'SECURITY_LEAD', minutes: 840, standards: [ISO27001] });
    expect(sum(course.modules.map(({ minutes }) => minutes))).toBe(840);
    expect(course.totalMinutes).toBe(840);
    expect(course.leftOut).toEqual([]);
    for (const point of 'abcdefghij') {
      const module = course.modules.find((one) => idsOf(one).includes(`obligation/nis2/21.2.${point}`));
      expect(module?.outcomes.length).toBeGreaterThanOrEqual(2);
      expect(module?.questions).toHaveLength(3);
    }
  });

  test('gives a measure with gaps more time than one without', async () => {
    const { modules } = await outline({ audience: 'SECURITY_LEAD', minutes: 840, standards: [ISO27001] });
    const measures = modules.filter((one) => idsOf(one).some((id) => id.startsWith('obligation/nis2/21.2.')));
    const closed = measures.filter(({ gaps }) => gaps.length === 0);
    const open = measures.filter(({ gaps }) => gaps.length > 0);
    expect(closed.length).toBeGreaterThan(0);
    expect(open.length).toBeGreaterThan(0);
    const longestClosed = Math.max(...closed.map(({ minutes }) => minutes));
    for (const { minutes } of open) expect(minutes).toBeGreaterThan(longestClosed);
  });

  test('tells the gaps that coverage tells', async () => {
    const { modules } = await outline({ audience: 'SECURITY_LEAD', standards: [ISO27001] });
    const { data } = await kobling.ask(
      'query ($standards: [ID!]!) { coverage(standards: $standards) { obligations { obligation { id } level } } }',
      { standards: [ISO27001] },
    );
    const { obligations } = (
      data as { coverage: { obligations: { obligation: { id: string }; level: string }[] } }
    ).coverage;
    const levels = new Map(obligations.map(({ obligation, level }) => [obligation.id, level]));
    for (const module of modules) {
      const open = idsOf(module).filter((id) => levels.has(id) && levels.get(id) !== 'FULL');
      expect(module.gaps.map(({ obligation }) => obligation.id)).toEqual(open);
      for (const { obligation, level } of module.gaps) expect(level).toBe(levels.get(obligation.id));
    }
  });

  test('teaches the points of an implementing act where the sector is bound by them', async () => {
    const about = (course: Outline) => course.modules.flatMap(idsOf);
    const general = about(await outline({ audience: 'SECURITY_LEAD' }));
    expect(general.some((id) => id.startsWith('obligation/cir/'))).toBe(false);
    expect(general).not.toContain('obligation/nis2/28.1');
    const digital = about(
      await outline({ audience: 'SECURITY_LEAD', scope: { sectors: ['sector/nis2/I.8'] } }),
    );
    expect(digital.filter((id) => id.startsWith('obligation/cir/')).length).toBeGreaterThan(100);
    expect(digital).toContain('obligation/nis2/28.1');
  });
});

describe('an outline for management', () => {
  test('begins with Article 20, goes over the measures and the clocks, and ends with what follows', async () => {
    const { modules } = await outline({ audience: 'MANAGEMENT', standards: [ISO27001] });
    const [first, second, third, fourth] = modules.map(idsOf);
    expect(first).toEqual(['obligation/nis2/20.1', 'obligation/nis2/20.2']);
    expect(second).toEqual(
      expect.arrayContaining([...'abcdefghij'].map((point) => `obligation/nis2/21.2.${point}`)),
    );
    expect(third).toContain('obligation/nis2/23.4.a');
    expect(fourth).toEqual(expect.arrayContaining(['obligation/nis2/32.6', 'obligation/nis2/34.4']));
    expect(modules[0]?.outcomes[0]?.level).toBe('EVALUATE');
  });

  test('tells an essential entity its own fines and not those of an important one', async () => {
    const { modules } = await outline({ audience: 'MANAGEMENT', scope: { entityClass: 'ESSENTIAL' } });
    const ids = modules.flatMap(idsOf);
    expect(ids).toContain('obligation/nis2/34.4');
    expect(ids).not.toContain('obligation/nis2/34.5');
  });

  test('keeps Article 20 when minutes run short, and says what is left out', async () => {
    const { modules, leftOut } = await outline({ audience: 'MANAGEMENT', minutes: 30 });
    expect(modules.map(({ minutes }) => minutes)).toEqual([15, 15]);
    expect(idsOf(modules[0]!)).toContain('obligation/nis2/20.1');
    const all = await outline({ audience: 'MANAGEMENT' });
    expect([...modules, ...leftOut].map(({ title }) => title)).toEqual(all.modules.map(({ title }) => title));
    expect(leftOut.length).toBeGreaterThan(0);
  });
});

test.each([
  ['MANAGEMENT', 240],
  ['SECURITY_LEAD', 840],
  ['PRACTITIONER', 420],
  ['AUDITOR', 420],
  ['ALL_STAFF', 60],
])(
  'an outline for %s has %d minutes if none are said, and reads in both languages',
  async (audience, minutes) => {
    const [english, danish] = [await outline({ audience }), await outline({ audience }, 'DA')];
    expect(english.totalMinutes).toBe(minutes);
    expect(sum(english.modules.map((module) => module.minutes))).toBe(minutes);
    expect(english.standards.map(({ id }) => id)).toContain(ISO27001);
    const textsOf = ({ modules }: Outline) =>
      modules.flatMap(({ title, outcomes, questions }) => [
        title,
        ...outcomes.map(({ statement }) => statement),
        ...questions.flatMap(({ prompt, explanation }) => [prompt, explanation]),
      ]);
    const [inEnglish, inDanish] = [textsOf(english), textsOf(danish)];
    expect(inDanish).toHaveLength(inEnglish.length);
    inDanish.forEach((text, index) => {
      expect(text).not.toBe(inEnglish[index]);
      expect(text).not.toMatch(/undefined|null|\b(the|and|of) /);
    });
  },
);

test('an outline of one measure is about that measure', async () => {
  const { modules } = await outline({
    audience: 'PRACTITIONER',
    scope: { measures: ['measure/nis2/21.2.d'] },
  });
  expect(modules).toHaveLength(1);
  expect(modules[0]?.minutes).toBe(420);
});

test.each([
  [{ minutes: 0 }, 'input.minutes is 0, but must be 30 to 4800'],
  [{ minutes: -60 }, 'input.minutes is -60'],
  [{ minutes: 29 }, 'input.minutes is 29'],
  [{ minutes: 4801 }, 'input.minutes is 4801'],
  [{ questionsPerModule: 11 }, 'input.questionsPerModule is 11, but must be 0 to 10'],
  [{ questionsPerModule: -1 }, 'input.questionsPerModule is -1'],
  [
    { standards: ['standard/iso27001-2021'] },
    'standards: there is no "standard/iso27001-2021". Did you mean',
  ],
  [{ standards: [] }, 'standards is an empty list'],
  [{ scope: { sectors: ['sector/nis2/I.99'] } }, 'scope.sectors: there is no "sector/nis2/I.99"'],
  [{ scope: { measures: ['measure/nis2/21.2.k'] } }, 'scope.measures: there is no "measure/nis2/21.2.k"'],
  [{ scope: { kinds: ['COOPERATION'] } }, 'holds no duty that AUDITOR is taught'],
])('refuses %j', async (more, message) => {
  const { errors } = await ask({ audience: 'AUDITOR', ...more });
  expect(errors?.[0]?.message).toContain(message);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('sends no statement to the database', async () => {
  expect(await kobling.countStatements(() => outline({ audience: 'AUDITOR' }))).toBe(0);
});
