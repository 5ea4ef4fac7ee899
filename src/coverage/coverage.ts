import type { Measure } from '../law/measure.entity.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Topic } from '../law/topic.entity.js';
import type { Assessment } from '../mappings/assessment.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import type { RemainderPart } from '../mappings/remainder.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import type { CoverageTally } from './coverage.types.js';
import { Coverage, MeasureCoverage } from './coverage.types.js';

/** How far a set of standards covers one obligation, and what is left. Computed, never authored. */
export function coverageOf(
  obligation: Obligation,
  standards: readonly Standard[],
  graph: MappingsGraph,
): Coverage {
  const chosen = new Set(standards);
  const mappings = graph.ofObligation(obligation).filter(({ clause }) => chosen.has(clause.standard));
  const assessments = graph.assessmentsOf(obligation).filter(({ standard }) => chosen.has(standard));
  const answered = new Set(mappings.flatMap(({ topics }) => topics));
  const level = levelOf(obligation, mappings, assessments, answered);
  const isOpen = (topic: Topic) => level !== CoverageLevel.FULL && !answered.has(topic);
  return Object.assign(new Coverage(), {
    obligation,
    standards,
    level,
    mappings,
    assessments,
    topicsCovered: obligation.topics.filter((topic) => !isOpen(topic)),
    topicsMissing: obligation.topics.filter(isOpen),
    remainderParts: openParts(level, graph.remainderOf(obligation), isOpen),
    assessedStandards: graph.assessedFor(obligation),
  });
}

export function levelOf(
  { topics }: Obligation,
  mappings: readonly Mapping[],
  assessments: readonly Assessment[],
  answered: ReadonlySet<Topic>,
): CoverageLevel {
  if (mappings.some(({ covers }) => covers === CoverageLevel.FULL)) return CoverageLevel.FULL;
  if (topics.length > 0 && topics.every((topic) => answered.has(topic))) return CoverageLevel.FULL;
  if (mappings.some(({ covers }) => covers === CoverageLevel.PARTIAL)) return CoverageLevel.PARTIAL;
  return mappings.length + assessments.length > 0 ? CoverageLevel.NONE : CoverageLevel.UNASSESSED;
}

/** What stays open is authored part by part; a part with topics closes when all of them are answered. */
export function openParts(
  level: CoverageLevel,
  parts: readonly RemainderPart[],
  isOpen: (topic: Topic) => boolean,
): RemainderPart[] {
  if (level === CoverageLevel.FULL || level === CoverageLevel.UNASSESSED) return [];
  return parts.filter(({ untilTopics }) => untilTopics.length === 0 || untilTopics.some(isOpen));
}

/** A measure is FULL, NONE or UNASSESSED when all its obligations are; anything else is PARTIAL. */
export function measureCoverageOf(measure: Measure, coverages: readonly Coverage[]): MeasureCoverage {
  const levels = new Set(coverages.map(({ level }) => level));
  const [only] = levels;
  return Object.assign(new MeasureCoverage(), tally(coverages), {
    measure,
    level:
      levels.size === 1 && only ? only : levels.size === 0 ? CoverageLevel.UNASSESSED : CoverageLevel.PARTIAL,
    obligations: coverages,
  });
}

/** How many obligations stand at each level. */
export function tally(coverages: readonly Coverage[]): CoverageTally {
  const count = (wanted: CoverageLevel) => coverages.filter(({ level }) => level === wanted).length;
  return {
    full: count(CoverageLevel.FULL),
    partial: count(CoverageLevel.PARTIAL),
    none: count(CoverageLevel.NONE),
    unassessed: count(CoverageLevel.UNASSESSED),
  };
}
