import type { Obligation } from '../law/obligation.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { coverageOf } from './coverage.js';
import type { Coverage } from './coverage.types.js';
import { smallestHittingSet } from './hitting-set.js';
import type { Controls } from './same-control.js';

export interface Cover {
  clauses: Clause[];
  covered: Obligation[];
  uncovered: Coverage[];
  optimal: boolean;
}

/**
 * A smallest set of clauses that takes every obligation as far as all clauses of the standards together would.
 * Every obligation turns into sets of clauses of which one each must be in place: FULL with topics, one set a
 * topic; FULL without, the edges that cover it whole; PARTIAL, the edges that cover a part.
 */
export function smallestCoverOf(
  obligations: readonly Obligation[],
  standards: readonly Standard[],
  mappings: MappingsGraph,
  controls: Controls,
): Cover {
  const best = obligations.map((obligation) => coverageOf(obligation, standards, mappings));
  const heads = new Map<Clause, Clause>();
  const chosenStandards = new Set(standards);
  // One control written in several of the standards is one choice, told as its clause in the first that has it.
  const choiceOf = (clause: Clause): Clause => {
    const head = controls.head(clause);
    const own = controls.of(clause).filter(({ standard }) => chosenStandards.has(standard));
    const told = own.includes(head) ? head : (own[0] ?? clause);
    heads.set(told, told);
    return told;
  };
  const demands = best.flatMap((coverage) =>
    demandsOf(coverage).map((edges) => edges.map(({ clause }) => choiceOf(clause))),
  );
  const elements = [...heads.keys()].sort((a, b) => a.position - b.position);
  const numberOf = new Map(elements.map((clause, number) => [clause, number]));
  const { chosen, optimal } = smallestHittingSet(
    demands.map((clauses) => new Set(clauses.flatMap((clause) => numberOf.get(clause) ?? []))),
  );
  return {
    clauses: chosen.flatMap((number) => elements[number] ?? []),
    covered: best.filter(({ level }) => level === CoverageLevel.FULL).map(({ obligation }) => obligation),
    uncovered: best.filter(({ level }) => level !== CoverageLevel.FULL),
    optimal,
  };
}

/** Lists of edges of which one each must be in place for the obligation to keep its level. */
function demandsOf({ level, obligation, mappings }: Coverage): Mapping[][] {
  if (level === CoverageLevel.FULL) {
    const whole = mappings.filter(({ covers }) => covers === CoverageLevel.FULL);
    if (obligation.topics.length === 0) return [whole];
    return obligation.topics.map((topic) =>
      mappings.filter((mapping) => mapping.covers === CoverageLevel.FULL || mapping.topics.includes(topic)),
    );
  }
  if (level === CoverageLevel.PARTIAL)
    return [mappings.filter(({ covers }) => covers !== CoverageLevel.NONE)];
  return [];
}
