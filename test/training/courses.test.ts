import { describe, expect, test } from '@jest/globals';
import { BLOOM_LEVELS } from '../../src/training/training.enums.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

const COURSES = `query ($language: Language) {
  courses {
    id title(language: $language) summary(language: $language) audience minutes roleProfiles
    sources { id }
    modules {
      id title(language: $language) summary(language: $language) minutes
      outcomes {
        statement(language: $language) level
        obligations { id measure { point } }
        clauses { id }
      }
    }
  }
}`;
const MANAGEMENT = 'course/nis2-for-top-management';
const TWO_DAYS = 'course/ready-for-nis2-with-iso27001';

interface Outcome {
  statement: string;
  level: string;
  obligations: { id: string; measure: { point: string } | null }[];
  clauses: { id: string }[];
}
interface Course {
  id: string;
  title: string;
  summary: string;
  audience: string;
  minutes: number;
  roleProfiles: string[];
  sources: { id: string }[];
  modules: { id: string; title: string; summary: string; minutes: number; outcomes: Outcome[] }[];
}

const courses = async (language = 'EN') =>
  ((await kobling.ask(COURSES, { language })).data as { courses: Course[] }).courses;
const outcomesOf = ({ modules }: Course) => modules.flatMap(({ outcomes }) => outcomes);

describe('the courses', () => {
  test('are the two that the project comes from', async () => {
    const all = await courses();
    expect(all.map(({ id, audience }) => [id, audience])).toEqual([
      [MANAGEMENT, 'MANAGEMENT'],
      [TWO_DAYS, 'SECURITY_LEAD'],
    ]);
    for (const { sources } of all) expect(sources.length).toBeGreaterThan(0);
  });

  test('last as long as their modules: two days of seven hours, and half a day', async () => {
    const [management, twoDays] = await courses();
    for (const course of [management, twoDays])
      expect(course?.modules.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(course?.minutes);
    expect(twoDays?.minutes).toBe(840);
    expect(management?.minutes).toBeGreaterThanOrEqual(180);
    expect(management?.minutes).toBeLessThanOrEqual(240);
  });

  test('tie every outcome to a duty or a clause, at a level of the taxonomy', async () => {
    for (const outcome of (await courses()).flatMap(outcomesOf)) {
      expect(outcome.obligations.length + outcome.clauses.length).toBeGreaterThan(0);
      expect(BLOOM_LEVELS).toContain(outcome.level);
    }
  });

  test('teach all ten measures in two days, and every duty of Article 20 to top management', async () => {
    const [management, twoDays] = await courses();
    const taught = (course: Course | undefined) =>
      (course ? outcomesOf(course) : []).flatMap(({ obligations }) => obligations);
    const measures = new Set(taught(twoDays).flatMap(({ measure }) => measure?.point ?? []));
    expect([...measures].sort()).toEqual([...'abcdefghij']);
    const ids = taught(management).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['obligation/nis2/20.1', 'obligation/nis2/20.2']));
  });

  test('say everything in both languages', async () => {
    const textsOf = (all: Course[]) =>
      all.flatMap((course) => [
        course.title,
        course.summary,
        ...course.modules.flatMap(({ title, summary, outcomes }) => [
          title,
          summary,
          ...outcomes.map(({ statement }) => statement),
        ]),
      ]);
    const [english, danish] = [textsOf(await courses('EN')), textsOf(await courses('DA'))];
    expect(danish).toHaveLength(english.length);
    danish.forEach((text, index) => expect(text).not.toBe(english[index]));
    expect(new Set(danish).size).toBe(danish.length);
  });

  test('are found by id, their modules by node; an unknown id is null', async () => {
    const { data } = await kobling.ask(
      `query ($id: ID!, $module: ID!) {
        course(id: $id) { id audience }
        unknown: course(id: "course/knitting") { id }
        node(id: $id) { __typename ... on Course { minutes } }
        module: node(id: $module) { __typename ... on CourseModule { minutes } }
      }`,
      { id: MANAGEMENT, module: kobling.release.training.modules.all[0]?.id },
    );
    expect(data).toEqual({
      course: { id: MANAGEMENT, audience: 'MANAGEMENT' },
      unknown: null,
      node: { __typename: 'Course', minutes: expect.any(Number) },
      module: { __typename: 'CourseModule', minutes: expect.any(Number) },
    });
  });

  test('are read without a statement to the database', async () => {
    expect(await kobling.countStatements(() => courses())).toBe(0);
  });
});
