import { Language } from '../shared/language.js';
import { makeCourseOutline } from '../training/course-outline.js';
import type { CourseOutline, OutlineModule, QuizQuestion } from '../training/course-outline.types.js';
import { Audience } from '../training/training.enums.js';
import { noSubjects, type ExportFormat } from './export-format.js';
import { noticeOf } from './notice.js';
import { outlineInput } from './outline-input.js';

const WORDS = {
  EN: {
    title: 'NIS2 course',
    audience: 'Audience',
    minutes: 'minutes',
    standards: 'Standards counted with',
    outcomes: 'What participants can do afterwards',
    duties: 'Duties',
    gaps: 'What the standards leave open',
    questions: 'Questions',
    answer: 'Answer',
    leftOut: 'What the minutes did not suffice for',
  },
  DA: {
    title: 'NIS2-kursus',
    audience: 'Målgruppe',
    minutes: 'minutter',
    standards: 'Standarder, der regnes med',
    outcomes: 'Det kan deltagerne bagefter',
    duties: 'Pligter',
    gaps: 'Det, standarderne lader stå åbent',
    questions: 'Spørgsmål',
    answer: 'Svar',
    leftOut: 'Det, minutterne ikke rakte til',
  },
} as const;

export const courseMarkdown: ExportFormat = {
  name: 'course.md',
  address: 'course.md',
  contentType: 'text/markdown; charset=utf-8',
  title: { en: 'Course outline', da: 'Kursusplan' },
  use: {
    en: 'Teachers, wikis and slide tools: a course for an audience and a number of minutes, with outcomes, gaps and questions.',
    da: 'Undervisere, wikier og præsentationsværktøjer: et kursus for en målgruppe og et antal minutter med læringsmål, huller og spørgsmål.',
  },
  filters: ['audience', 'minutes', 'standard', 'instrument', 'measure', 'sector', 'language'],
  subjects: noSubjects,
  *write(release, wish) {
    const language = wish.language ?? Language.EN;
    const outline = makeCourseOutline(outlineInput(wish, wish.audience ?? Audience.SECURITY_LEAD), release);
    yield* headOf(outline, language);
    for (const [index, outlined] of outline.modules.entries()) yield moduleOf(outlined, index + 1, language);
    yield* leftOutOf(outline, language);
  },
};

function* headOf({ dataset, audience, totalMinutes, standards }: CourseOutline, language: Language) {
  const words = WORDS[language];
  const notice = noticeOf(dataset, language);
  yield `# ${words.title}\n\n`;
  yield `${words.audience}: ${audience}, ${totalMinutes} ${words.minutes}. ${words.standards}: ${standards
    .map(({ reference }) => reference)
    .join(', ')}.\n\n`;
  yield `_${notice.attribution}. ${notice.licence}, ${notice.licenceUrl}. ${notice.disclaimer}_\n\n`;
}

function moduleOf(outlined: OutlineModule, number: number, language: Language): string {
  const words = WORDS[language];
  const say = { language };
  const sections: [string, string[]][] = [
    [words.outcomes, outlined.outcomes.map((outcome) => `- ${outcome.statement(say)} (${outcome.level})`)],
    [words.duties, outlined.obligations.map((duty) => `- ${duty.citation(say)}: ${duty.title(say)}`)],
    [
      words.gaps,
      outlined.gaps.map((gap) => {
        const open = gap.remainder(say);
        return `- ${gap.obligation.citation(say)}: ${gap.level}${open ? `. ${open}` : ''}`;
      }),
    ],
    [words.questions, outlined.questions.map((question, index) => questionOf(question, index + 1, language))],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `### ${heading}\n\n${lines.join('\n')}\n`);
  return `${[`## ${number}. ${outlined.title(say)} (${outlined.minutes} ${words.minutes})\n`, ...body].join('\n')}\n`;
}

const LETTERS = ['a', 'b', 'c', 'd'];

function questionOf(question: QuizQuestion, number: number, language: Language): string {
  const say = { language };
  const options = question.options(say).map((option, index) => `   ${LETTERS[index]}) ${option}  `);
  return [
    `${number}. ${question.prompt(say)}\n`,
    ...options,
    `\n   ${WORDS[language].answer}: ${LETTERS[question.answer]}. ${question.explanation(say)}\n`,
  ].join('\n');
}

function* leftOutOf({ leftOut }: CourseOutline, language: Language) {
  if (leftOut.length === 0) return;
  yield `## ${WORDS[language].leftOut}\n\n`;
  yield `${leftOut.map((subject) => `- ${subject.title({ language })}`).join('\n')}\n`;
}
