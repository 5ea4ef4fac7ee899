import { describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseGift } from 'gift-pegjs';
import { escapeGift } from '../../src/exports/questions-gift.js';
import { Relationship } from '../../src/mappings/mappings.enums.js';
import { useKobling } from '../support/kobling.js';
import { textOf } from './ask.js';

const kobling = useKobling();

describe('the Moodle competency framework', () => {
  const rowsOf = async (query = '') =>
    parseCsv(await textOf(kobling, `moodle-competencies.csv${query}`)).slice(1);

  test('has fourteen columns by position, and one framework', async () => {
    const rows = await rowsOf();
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]));
    const frameworks = rows.filter((row) => row[12] === '1');
    expect(frameworks).toHaveLength(1);
    const [framework = []] = frameworks;
    expect(framework[5]?.split(',')).toHaveLength(2);
    expect(JSON.parse(framework[6] ?? '')).toEqual([
      { scaleid: '1' },
      { id: 2, scaledefault: 1, proficient: 1 },
    ]);
    expect(framework[13]).toBe('competency,competency,competency,competency');
    expect(framework[3]).toContain(kobling.release.dataset.disclaimerText.en);
  });

  test('keeps within what Moodle stores, and every id leads to a row', async () => {
    for (const query of ['', '?language=da', '?measure=nis2/21.2.c&standard=iso22301-2019']) {
      const rows = await rowsOf(query);
      const ids = rows.map((row) => row[1] ?? '');
      expect(new Set(ids).size).toBe(ids.length);
      const lengths = rows.flatMap((row) => [row[1], row[2]].map((text) => [...(text ?? '')].length));
      expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
      expect(Math.min(...lengths)).toBeGreaterThan(0);
      const named = rows.flatMap((row) => [row[0] ?? '', ...(row[10] ?? '').split(',')]).filter(Boolean);
      expect(named.length).toBeGreaterThan(rows.length);
      expect(named.filter((id) => !ids.includes(id.replaceAll('%2C', ',')))).toEqual([]);
    }
  });

  test('relates a duty to the clauses that are mapped to it, and to nothing that was found unrelated', async () => {
    const row = (await rowsOf()).find((one) => one[1] === 'obligation/nis2/21.2.h');
    const { law, mappings } = kobling.release;
    const clauses = mappings
      .ofObligation(law.obligations.linked('obligation/nis2/21.2.h'))
      .filter(({ relationship }) => relationship !== Relationship.NO_RELATIONSHIP)
      .map(({ clauseId }) => clauseId);
    expect(row?.[10]?.split(',')).toEqual(clauses);
  });
});

describe('the questions in GIFT', () => {
  test.each(['', '?language=da&audience=management', '?measure=nis2/21.2.d&audience=AUDITOR'])(
    'are read by a parser of GIFT as multiple choice with one right answer and a reason (%s)',
    async (query) => {
      const parsed = parseGift(await textOf(kobling, `questions.gift${query}`));
      const questions = parsed.filter(({ type }) => type !== 'Category');
      expect(questions.length).toBeGreaterThan(5);
      for (const question of questions) {
        if (question.type !== 'MC') throw new Error(`${question.type}: ${JSON.stringify(question)}`);
        expect(question.choices).toHaveLength(4);
        expect(question.choices.filter(({ isCorrect }) => isCorrect)).toHaveLength(1);
        expect(question.globalFeedback?.text).toMatch(/\S/);
      }
    },
  );

  test('say the same as the API, whatever characters are in it', async () => {
    const { data } = await kobling.ask(
      `{ courseOutline(input: { audience: AUDITOR, minutes: 4800, questionsPerModule: 10 }) {
          modules { questions { prompt options answer explanation } } } }`,
    );
    const asked = (data.courseOutline.modules as { questions: Record<string, unknown>[] }[]).flatMap(
      ({ questions }) => questions,
    );
    const read = parseGift(await textOf(kobling, 'questions.gift?audience=auditor')).flatMap((question) =>
      question.type === 'MC'
        ? [
            {
              prompt: question.stem.text,
              options: question.choices.map(({ text }) => text.text),
              answer: question.choices.findIndex(({ isCorrect }) => isCorrect),
              explanation: question.globalFeedback?.text,
            },
          ]
        : [],
    );
    expect(read).toEqual(asked);
  });

  test('escape every character that GIFT reads as its own', () => {
    const text = 'a~b=c#d{e}f:g\\h';
    const [question] = parseGift(`::t::[plain]${escapeGift(text)} {=${escapeGift(text)} ~x}`);
    expect(question).toMatchObject({ type: 'MC', stem: { text }, choices: [{ text: { text } }, {}] });
  });
});

describe('the course outline', () => {
  test('is the course of the API as Markdown', async () => {
    const { data } = await kobling.ask(
      `{ courseOutline(input: { audience: MANAGEMENT, minutes: 120 }) {
          modules { title(language: DA) minutes gaps { level } questions { prompt(language: DA) } }
          leftOut { title(language: DA) } } }`,
    );
    const text = await textOf(kobling, 'course.md?audience=management&minutes=120&language=da');
    const headings = [...text.matchAll(/^## \d+\. (.+) \((\d+) minutter\)$/gm)].map(([, title, minutes]) => [
      title,
      Number(minutes),
    ]);
    const modules = data.courseOutline.modules as { title: string; minutes: number }[];
    expect(headings).toEqual(modules.map(({ title, minutes }) => [title, minutes]));
    for (const { title } of data.courseOutline.leftOut) expect(text).toContain(`- ${title}`);
    expect(text).toContain(kobling.release.dataset.disclaimerText.da);
  });
});
