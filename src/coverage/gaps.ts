import type { Obligation } from '../law/obligation.entity.js';
import type { Topic } from '../law/topic.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import type { Clause } from '../standards/clause.entity.js';
import { ClauseKind } from '../standards/standards.enums.js';
import type { Standard } from '../standards/standard.entity.js';
import { levelOf, openParts } from './coverage.js';
import { Coverage } from './coverage.types.js';
import type { Controls } from './same-control.js';

/** What an organisation says it has: wholly in place, or in part. Anything else gives nothing. */
export interface InPlace {
  whole: ReadonlySet<Clause>;
  partly: ReadonlySet<Clause>;
}

/** A clause that would help, and how. */
export interface Recommendation {
  clause: Clause;
  closes: Obligation[];
  improves: Obligation[];
}

/** How far what is in place covers one obligation. A clause that is there in part covers at most a part. */
export function coverageInPlace(
  obligation: Obligation,
  inPlace: InPlace,
  standards: readonly Standard[],
  graph: MappingsGraph,
  counted: ReadonlySet<Standard> = new Set(standards),
): Coverage {
  const { level, mappings, answered } = standingOf(obligation, { inPlace, counted, graph });
  const isOpen = (topic: Topic) => level !== CoverageLevel.FULL && !answered.has(topic);
  return Object.assign(new Coverage(), {
    obligation,
    standards,
    level,
    mappings,
    assessments: graph.assessmentsOf(obligation).filter(({ standard }) => counted.has(standard)),
    topicsCovered: obligation.topics.filter((topic) => !isOpen(topic)),
    topicsMissing: obligation.topics.filter(isOpen),
    remainderParts: openParts(level, graph.remainderOf(obligation), isOpen),
    assessedStandards: graph.assessedFor(obligation),
  });
}

/** What obligations are held against: what is in place, and the standards that count. */
interface Holdings {
  inPlace: InPlace;
  counted: ReadonlySet<Standard>;
  graph: MappingsGraph;
}

interface Standing {
  level: CoverageLevel;
  /** The edges to what is in place. */
  mappings: Mapping[];
  /** Topics that what is wholly in place answers. */
  answered: ReadonlySet<Topic>;
}

function standingOf(obligation: Obligation, { inPlace, counted, graph }: Holdings): Standing {
  const mappings = graph
    .ofObligation(obligation)
    .filter(
      ({ clause }) =>
        counted.has(clause.standard) && (inPlace.whole.has(clause) || inPlace.partly.has(clause)),
    );
  const whole = mappings.filter(({ clause }) => inPlace.whole.has(clause));
  const answered = new Set(whole.flatMap(({ topics }) => topics));
  const level = levelOf(obligation, whole, [], answered);
  if (level === CoverageLevel.FULL || level === CoverageLevel.PARTIAL) return { level, mappings, answered };
  if (mappings.some(({ covers }) => covers !== CoverageLevel.NONE))
    return { level: CoverageLevel.PARTIAL, mappings, answered };
  // Nothing in place covers it. That is a finding only where somebody has judged the obligation.
  const judged = [...graph.assessedFor(obligation)].some((standard) => counted.has(standard));
  return { level: judged ? CoverageLevel.NONE : CoverageLevel.UNASSESSED, mappings, answered };
}

interface Situation extends Holdings {
  coverages: readonly Coverage[];
  controls: Controls;
}

/**
 * The clauses that would close most gaps, then those that improve most, ties by id. One control written in several
 * standards is one recommendation. A clause closes an obligation that becomes FULL with it, and improves one whose
 * level rises short of that or of which it answers a further topic.
 */
export function recommend(situation: Situation, most: number): Recommendation[] {
  if (most === 0) return [];
  const { coverages, inPlace, counted, controls, graph } = situation;
  const open = new Map(
    coverages
      .filter(({ level }) => level !== CoverageLevel.FULL)
      .map((coverage) => [coverage.obligation, openingOf(coverage, inPlace)]),
  );
  const found = new Map<Clause, Recommendation>();
  for (const clause of candidatesFor(open.keys(), situation)) {
    const head = controls.head(clause);
    if (found.has(head)) continue;
    const group = controls.of(clause).filter(({ standard }) => counted.has(standard));
    const recommendation: Recommendation = { clause: told(head, group), closes: [], improves: [] };
    for (const [opening, edges] of edgesByOpening(group, open, graph)) {
      const effect = effectOf(edges, opening);
      if (effect) recommendation[effect].push(opening.coverage.obligation);
    }
    found.set(head, recommendation);
  }
  return [...found.values()]
    .filter(({ closes, improves }) => closes.length + improves.length > 0)
    .sort(
      (a, b) =>
        b.closes.length - a.closes.length ||
        b.improves.length - a.improves.length ||
        (a.clause.id < b.clause.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ clause, closes, improves }) => ({
      clause,
      closes: inOrder(closes),
      improves: inOrder(improves),
    }));
}

/** A recommendation names the requirement where it counts, otherwise the first standard that has the control. */
const told = (head: Clause, group: readonly Clause[]) => (group.includes(head) ? head : (group[0] ?? head));

function candidatesFor(obligations: Iterable<Obligation>, { inPlace, counted, graph }: Situation): Clause[] {
  const clauses = new Set<Clause>();
  for (const obligation of obligations)
    for (const { clause, covers } of graph.ofObligation(obligation))
      if (covers !== CoverageLevel.NONE && counted.has(clause.standard) && !inPlace.whole.has(clause))
        clauses.add(clause);
  return [...clauses]
    .filter(({ kind }) => kind !== ClauseKind.HEADING)
    .sort((a, b) => a.position - b.position);
}

/** An obligation that is not covered in full, with what is wholly in place for it. */
interface Opening {
  coverage: Coverage;
  whole: readonly Mapping[];
  answered: ReadonlySet<Topic>;
}

function openingOf(coverage: Coverage, inPlace: InPlace): Opening {
  const whole = coverage.mappings.filter(({ clause }) => inPlace.whole.has(clause));
  return { coverage, whole, answered: new Set(whole.flatMap(({ topics }) => topics)) };
}

/** What further edges would do for an obligation. Only they can: whatever else is in place stays as it is. */
function effectOf(
  edges: readonly Mapping[],
  { coverage, whole, answered }: Opening,
): 'closes' | 'improves' | null {
  const { obligation, level: before, topicsMissing } = coverage;
  const topics = new Set(answered);
  for (const edge of edges) for (const topic of edge.topics) topics.add(topic);
  const level = levelOf(obligation, [...whole, ...edges], [], topics);
  if (level === CoverageLevel.FULL) return 'closes';
  const rises = level === CoverageLevel.PARTIAL && before !== CoverageLevel.PARTIAL;
  return rises || topicsMissing.some((topic) => topics.has(topic)) ? 'improves' : null;
}

/** The edges of clauses to obligations that are open, by what is open. */
function edgesByOpening(
  clauses: readonly Clause[],
  open: ReadonlyMap<Obligation, Opening>,
  graph: MappingsGraph,
): Map<Opening, Mapping[]> {
  const edges = new Map<Opening, Mapping[]>();
  for (const clause of clauses) {
    for (const edge of graph.ofClause(clause)) {
      const opening = open.get(edge.obligation);
      const known = opening && edges.get(opening);
      if (known) known.push(edge);
      else if (opening) edges.set(opening, [edge]);
    }
  }
  return edges;
}

const inOrder = (obligations: readonly Obligation[]) =>
  obligations.toSorted((a, b) => a.position - b.position);
