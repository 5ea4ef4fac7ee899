import { badInput } from '../shared/errors.js';
import { Language } from '../shared/language.js';
import { makeCourseOutline, MOST_MINUTES, MOST_QUESTIONS, subjectsIn } from '../training/course-outline.js';
import type { QuizQuestion } from '../training/course-outline.types.js';
import { Audience } from '../training/training.enums.js';
import { noSubjects, type ExportFormat } from './export-format.js';
import { shortOf } from './export-release.js';
import { noticeOf } from './notice.js';
import { outlineInput } from './outline-input.js';

export const questionsGift: ExportFormat = {
  name: 'questions.gift',
  address: 'questions.gift',
  contentType: 'text/plain; charset=utf-8',
  title: { en: 'Questions in GIFT', da: 'Spørgsmål i GIFT' },
  use: {
    en: 'Moodle and other learning platforms: Question bank, Import, GIFT. In categories by audience and module, each with its reason.',
    da: 'Moodle og andre læringsplatforme: Spørgsmålsbank, Import, GIFT. I kategorier efter målgruppe og modul, hvert med sin begrundelse.',
  },
  filters: ['standard', 'instrument', 'measure', 'sector', 'audience', 'language'],
  subjects: noSubjects,
  *write(release, wish) {
    const language = wish.language ?? Language.EN;
    const notice = noticeOf(release.dataset, language);
    const about = [`${notice.attribution}. ${notice.licence}, ${notice.licenceUrl}`, notice.disclaimer];
    const audiences = wish.audience
      ? [wish.audience]
      : Object.values(Audience).filter(
          (audience) => subjectsIn(outlineInput(wish, audience), release).length > 0,
        );
    if (audiences.length === 0) {
      throw badInput('No audience is taught any duty that these filters leave. Widen one of them.', {
        argument: 'filters',
      });
    }
    yield `${about.map((line) => `// ${line}`).join('\n')}\n\n`;
    for (const audience of audiences) {
      const { modules } = makeCourseOutline(
        // The longest course leaves nothing out.
        { ...outlineInput(wish, audience), minutes: MOST_MINUTES, questionsPerModule: MOST_QUESTIONS },
        release,
      );
      for (const outlined of modules) {
        if (outlined.questions.length === 0) continue;
        yield `$CATEGORY: ${['Kobling', audience, outlined.title({ language })].map(categoryName).join('/')}\n\n`;
        for (const [index, question] of outlined.questions.entries()) {
          yield questionOf(question, index + 1, language);
        }
      }
    }
  },
};

function questionOf(question: QuizQuestion, number: number, language: Language): string {
  const say = { language };
  const [duty] = question.about;
  const options = question.options(say).map((option, index) => {
    const mark = index === question.answer ? '=' : '~';
    return `\t${mark}${escapeGift(option)}`;
  });
  return [
    `::${escapeGift(duty ? `${shortOf(duty)} ${number}` : String(number))}::[plain]${escapeGift(question.prompt(say))} {`,
    ...options,
    `\t####${escapeGift(question.explanation(say))}`,
    '}\n\n',
  ].join('\n');
}

/** Characters that GIFT reads as its own, and line ends, which would end a question. */
export const escapeGift = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A slash parts categories; one in a name is written twice. */
const categoryName = (name: string) => name.replace(/\s+/g, ' ').replaceAll('/', '//');
