import { createHash } from 'node:crypto';
import type { Coverage } from '../coverage/coverage.types.js';
import type { Citation } from '../dataset/source.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import type { Node } from '../shared/node.js';
import type { Text } from '../shared/language.js';
import { QuizQuestion } from './course-outline.types.js';
import type { Subject } from './curriculum.js';
import type { Audience } from './training.enums.js';

/** What a question can be about. */
export type QuestionKind = 'MEANING' | 'BEARER' | 'TIME' | 'CLAUSE' | 'REMAINDER' | 'DUTY';

/** A possible answer, with a key by which it is told apart. */
export interface Choice {
  key: string;
  text: Text;
}

/** A question before its answers are chosen and put in order. */
export interface Draft {
  /** Made of ids: what the order of everything in the question follows from. */
  key: string;
  prompt: Text;
  right: Choice;
  /** Wrong answers, the most plausible group first. */
  wrong: readonly (readonly Choice[])[];
  about: readonly Node[];
  /** The judged edge that a question is about; it is asked about once only. */
  edge?: Mapping;
  sources: readonly Citation[];
  explain: (wrong: readonly Choice[]) => Text;
}

/** Drafts one after the other, as far as they are asked for. */
export type DraftMaker = (subject: Subject, coverages: readonly Coverage[]) => Iterable<Draft>;
export type AskQuestions = (subject: Subject, coverages: readonly Coverage[]) => QuizQuestion[];

const WRONG_ANSWERS = 3;

/** Which kinds of question an audience gets, in turn. */
const TURNS: Readonly<Record<Audience, readonly QuestionKind[]>> = {
  MANAGEMENT: ['TIME', 'MEANING', 'REMAINDER', 'BEARER', 'DUTY'],
  SECURITY_LEAD: ['REMAINDER', 'CLAUSE', 'TIME', 'DUTY', 'BEARER'],
  PRACTITIONER: ['CLAUSE', 'TIME', 'REMAINDER', 'DUTY', 'BEARER'],
  AUDITOR: ['CLAUSE', 'REMAINDER', 'DUTY', 'TIME', 'BEARER'],
  ALL_STAFF: ['TIME', 'MEANING', 'BEARER', 'DUTY'],
};

/** Asks about one subject after the other, and nothing twice. Kinds take turns as long as they have something. */
export function createQuiz(
  audience: Audience,
  perModule: number,
  makers: Readonly<Record<QuestionKind, DraftMaker>>,
): AskQuestions {
  const asked = new Set<string>();
  return (subject, coverages) => {
    const queues = TURNS[audience].map((kind) => makers[kind](subject, coverages)[Symbol.iterator]());
    const questions: QuizQuestion[] = [];
    let waiting = queues;
    while (questions.length < perModule && waiting.length > 0) {
      const [queue, ...others] = waiting;
      const question = queue && nextQuestion(queue, asked);
      if (question) questions.push(question);
      waiting = queue && question ? [...others, queue] : others;
    }
    return questions;
  };
}

/** The next draft that has not been asked and has enough wrong answers. */
function nextQuestion(queue: Iterator<Draft>, asked: Set<string>): QuizQuestion | null {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const draft = next.value;
    const marks = [draft.prompt.en, ...(draft.edge ? [(draft.edge.inheritedFrom ?? draft.edge).id] : [])];
    const question = marks.some((mark) => asked.has(mark)) ? null : finish(draft);
    if (!question) continue;
    for (const mark of marks) asked.add(mark);
    return question;
  }
  return null;
}

/** Chooses wrong answers, mixes the right one in by a hash of the ids, and explains; null if there are too few. */
export function finish({ key, prompt, right, wrong, about, sources, explain }: Draft): QuizQuestion | null {
  const chosen: Choice[] = [];
  for (const choice of wrong.flatMap((group) => mixed(group, key))) {
    if (chosen.length === WRONG_ANSWERS) break;
    if ([right, ...chosen].every((other) => readsDifferently(other, choice))) chosen.push(choice);
  }
  if (chosen.length < WRONG_ANSWERS) return null;
  // Another key than above: by the same one the wrong answers, chosen for their low hashes, would all come first.
  const options = mixed([right, ...chosen], `order ${key}`);
  return Object.assign(new QuizQuestion(), {
    promptText: prompt,
    optionTexts: options.map(({ text }) => text),
    answer: options.indexOf(right),
    explanationText: explain(chosen),
    about,
    sources,
  });
}

const readsDifferently = (one: Choice, other: Choice) =>
  one.text.en !== other.text.en && (one.text.da ?? one.text.en) !== (other.text.da ?? other.text.en);

/** An order that looks like chance and is always the same. */
function mixed(choices: readonly Choice[], key: string): Choice[] {
  return choices
    .map((choice) => ({ choice, hash: createHash('sha256').update(`${key} ${choice.key}`).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ choice }) => choice);
}
