import { coverageOf } from '../coverage/coverage.js';
import type { Coverage } from '../coverage/coverage.types.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import type { Standard } from '../standards/standard.entity.js';
import { LeftOutModule, OutlineModule } from './course-outline.types.js';
import { PLANS, type Subject } from './curriculum.js';
import { shareMinutes } from './minutes.js';
import { outcomesOf } from './outcomes.js';
import type { AskQuestions } from './quiz.js';
import type { Audience } from './training.enums.js';

/** How much a level asks for in teaching: what nothing covers most, what is covered nothing beyond its share. */
const GAP_POINTS: Readonly<Record<CoverageLevel, number>> = { FULL: 0, UNASSESSED: 1, PARTIAL: 2, NONE: 3 };

export interface Outline {
  modules: OutlineModule[];
  leftOut: LeftOutModule[];
}

export interface OutlineWish {
  audience: Audience;
  minutes: number;
  standards: readonly Standard[];
}

/** A course on subjects: as many of the first as the minutes hold, each with its time, outcomes, gaps and questions. */
export function outlineOf(
  subjects: readonly Subject[],
  { audience, minutes, standards }: OutlineWish,
  mappings: MappingsGraph,
  ask: AskQuestions,
): Outline {
  const { shortest } = PLANS[audience];
  const kept = subjects.slice(0, Math.floor(minutes / shortest));
  const coverages = kept.map(({ obligations }) =>
    obligations
      .filter(({ entityFacing }) => entityFacing)
      .map((obligation) => coverageOf(obligation, standards, mappings)),
  );
  const shares = shareMinutes(
    minutes,
    kept.map((subject, index) => weightOf(subject, coverages[index] ?? [])),
    shortest,
  );
  const modules = kept.map((subject, index) => {
    const own = coverages[index] ?? [];
    return Object.assign(new OutlineModule(), {
      titleText: subject.titleText,
      obligations: subject.obligations,
      minutes: shares[index],
      outcomes: outcomesOf(subject, own, audience),
      gaps: own.filter(({ level }) => level !== CoverageLevel.FULL),
      questions: ask(subject, own),
    });
  });
  const leftOut = subjects
    .slice(kept.length)
    .map(({ titleText, obligations }) => Object.assign(new LeftOutModule(), { titleText, obligations }));
  return { modules, leftOut };
}

/**
 * Grows with every gap and every open part of a remainder, by the square root: the first gap matters most, and a
 * subject of many small duties does not crowd the others out.
 */
function weightOf({ emphasis }: Subject, coverages: readonly Coverage[]): number {
  const points = coverages.reduce(
    (sum, { level, remainderParts }) => sum + GAP_POINTS[level] + remainderParts.length,
    0,
  );
  return emphasis * (1 + Math.sqrt(points));
}
