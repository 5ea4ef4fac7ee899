import { readScope, readStandards, type Scope } from '../coverage/scope.js';
import type { NeedsDataset } from '../dataset/dataset.graph.js';
import type { EntityClass } from '../law/law.enums.js';
import type { NeedsLaw } from '../law/law.graph.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { NeedsMappings } from '../mappings/mappings.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { badInput } from '../shared/errors.js';
import type { Standard } from '../standards/standard.entity.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import { CourseOutline, type CourseOutlineInput } from './course-outline.types.js';
import { askClauses, askDuties, askRemainders } from './coverage-questions.js';
import { PLANS, subjectsFor } from './curriculum.js';
import { askBearers, askMeanings, askTimes } from './law-questions.js';
import { outlineOf } from './outline.js';
import { createQuiz } from './quiz.js';

export type NeedsOutline = NeedsLaw & NeedsSectors & NeedsStandards & NeedsMappings & NeedsDataset;
type Release = NeedsOutline['release'];
type ScopeInput = CourseOutlineInput['scope'];

const FEWEST_MINUTES = 30;
export const MOST_MINUTES = 4800;
const DEFAULT_QUESTIONS = 3;
export const MOST_QUESTIONS = 10;

/** A course for an audience, a scope and a number of minutes. The same input gives the same course. */
export function makeCourseOutline(input: CourseOutlineInput, release: Release): CourseOutline {
  const { audience } = input;
  const minutes = readNumber('minutes', input.minutes ?? PLANS[audience].minutes, [
    FEWEST_MINUTES,
    MOST_MINUTES,
  ]);
  const perModule = readNumber('questionsPerModule', input.questionsPerModule ?? DEFAULT_QUESTIONS, [
    0,
    MOST_QUESTIONS,
  ]);
  const scope = readScope(input.scope, release);
  const standards = chooseStandards(input.standards, scope, release);
  const subjects = subjectsIn(input, release);
  if (subjects.length === 0) {
    throw badInput(
      `input.scope: it holds no duty that ${audience} is taught. Widen the scope, or choose another audience.`,
      { argument: 'input.scope' },
    );
  }
  const { law, mappings, standards: held } = release;
  const ask = createQuiz(audience, perModule, {
    MEANING: askMeanings(law),
    BEARER: askBearers,
    TIME: askTimes(law),
    CLAUSE: askClauses({ law, mappings, standards: held }),
    REMAINDER: askRemainders({ law, mappings, standards: held }),
    DUTY: askDuties({ law, mappings, standards: held }),
  });
  return Object.assign(new CourseOutline(), {
    dataset: release.dataset,
    audience,
    standards,
    totalMinutes: minutes,
    ...outlineOf(subjects, { audience, minutes, standards }, mappings, ask),
  });
}

/** What an audience is taught in a scope; nothing if no duty in it is for them. */
export const subjectsIn = ({ audience, scope }: CourseOutlineInput, release: Release) =>
  subjectsFor(audience, dutiesIn(scope, release), release.law.measures.all);

function readNumber(name: string, value: number, [least, most]: readonly [number, number]): number {
  if (value >= least && value <= most) return value;
  throw badInput(`input.${name} is ${value}, but must be ${least} to ${most}.`, {
    argument: `input.${name}`,
    value,
  });
}

/** In the order of the release, so that the order of the input makes no difference. */
function chooseStandards(
  ids: readonly string[] | null | undefined,
  scope: Scope,
  release: Release,
): readonly Standard[] {
  if (ids) return readStandards(ids, scope, release).sort((a, b) => a.position - b.position);
  return release.standards.standards.all.filter(({ current, certifiable }) => current && certifiable);
}

/**
 * The duties in scope, those of authorities included: who is supervised wants to know by what. Duties on some entity
 * types only would fill a course for everybody, so they are left out unless the scope narrows to something.
 */
function dutiesIn(input: ScopeInput, release: Release): Obligation[] {
  const { entityClass, ...rest } = input ?? {};
  const scope = readScope(input, release);
  const whoever = readScope(rest, release);
  const narrowed = [rest.entityTypes, rest.sectors, rest.instruments, rest.measures, rest.kinds].some(
    Boolean,
  );
  return release.law.obligations.all.filter((obligation) => {
    if (!narrowed && obligation.appliesTo !== 'ALL') return false;
    if (obligation.entityFacing) return scope.includes(obligation);
    return whoever.includes(obligation) && fitsClass(obligation, entityClass ?? null);
  });
}

const fitsClass = ({ entityClass }: Obligation, wanted: EntityClass | null) =>
  wanted === null || entityClass === null || entityClass === wanted;
