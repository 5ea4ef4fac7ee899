import { describe, expect, test } from '@jest/globals';
import type { CourseSeed } from '../../src/seeding/answer-shapes.js';
import { problemsAfter } from '../support/seeds.js';

const COURSE = 'training/nis2-for-top-management.json';

/** What the check says after a course is changed by way of its first module and outcome. */
const after = (
  change: (
    outcome: CourseSeed['modules'][0]['outcomes'][0],
    module: CourseSeed['modules'][0],
    course: CourseSeed,
  ) => void,
) =>
  problemsAfter<CourseSeed>(COURSE, (course) => {
    const [module] = course.modules;
    const [outcome] = module?.outcomes ?? [];
    if (!module || !outcome) throw new Error('no such outcome');
    change(outcome, module, course);
  });

describe('a course', () => {
  test('teaches only duties and clauses that exist, and rests on known sources', async () => {
    expect(await after((outcome) => (outcome.obligations = ['nis2/20.11']))).toEqual([
      expect.stringMatching(
        /^seed\/training\/nis2-for-top-management\.json#.+\/.+: obligations points at obligation\/nis2\/20\.11, which does not exist\. Did you mean obligation\/nis2\/20\.1/,
      ),
    ]);
    expect(await after((outcome) => (outcome.clauses = ['iso27001-2022/A.5.99']))).toEqual([
      expect.stringContaining('clauses points at clause/iso27001-2022/A.5.99, which does not exist.'),
    ]);
    expect(await after((_, __, course) => (course.sources = ['hearsay']))).toEqual([
      expect.stringContaining('sources points at source/hearsay, which does not exist.'),
    ]);
  });

  test('ties every outcome to something', async () => {
    const problems = await after((outcome) => Object.assign(outcome, { obligations: [], clauses: [] }));
    expect(problems.length).toBeGreaterThan(0);
  });

  test('names a module once, and an outcome once in its module', async () => {
    const twice = await after((outcome, module, course) =>
      course.modules.push({ ...module, outcomes: [{ ...outcome, slug: 'another' }] }),
    );
    expect(twice).toEqual([expect.stringContaining('is there twice')]);
    expect(await after((outcome, module) => module.outcomes.push(outcome))).toEqual([
      expect.stringContaining('is there twice'),
    ]);
  });

  test('keeps to the levels, the role profiles, the step of time and both languages', async () => {
    expect(await after((outcome) => Object.assign(outcome, { level: 'KNOW' }))).toHaveLength(1);
    expect(await after((_, __, course) => (course.roleProfiles = ['Chief Executive Officer']))).toHaveLength(
      1,
    );
    expect(await after((_, module) => (module.minutes = 12))).toHaveLength(1);
    expect(await after((outcome) => (outcome.statement = { en: 'English only.' }))).toHaveLength(1);
  });
});
