import { groupBy } from '../shared/catalogue.js';
import type { Clause, ClauseRelation } from '../standards/clause.entity.js';
import { ClauseLink, StandardRole } from '../standards/standards.enums.js';
import type { StandardsGraph } from '../standards/standards.graph.js';

/** Links between clauses that are one and the same control, written in several standards. */
export const SAME_CONTROL: ReadonlySet<ClauseLink> = new Set([ClauseLink.DETAILS, ClauseLink.EXTENDS]);

/** Which clauses are one control. Whoever has one of them in place has all of them. */
export interface Controls {
  /** The clauses of a control, itself included. */
  of(clause: Clause): readonly Clause[];
  /** The clause that stands for the control: that of the standard that sets the requirement. */
  head(clause: Clause): Clause;
  /** The kinds of link that lead from one writing of a control to another. */
  linksBetween(a: Clause, b: Clause): ClauseLink[];
}

const made = new WeakMap<StandardsGraph, Controls>();

/** Made once for a release, which never changes. */
export function controlsOf(graph: StandardsGraph): Controls {
  const known = made.get(graph);
  if (known) return known;
  const controls = makeControls(graph);
  made.set(graph, controls);
  return controls;
}

function makeControls({ clauses, relations }: StandardsGraph): Controls {
  const above = new Map<Clause, ClauseRelation>();
  for (const relation of relations) if (SAME_CONTROL.has(relation.link)) above.set(relation.from, relation);
  const wayUp = (clause: Clause): ClauseRelation[] => {
    const step = above.get(clause);
    return step ? [step, ...wayUp(step.to)] : [];
  };
  const topOf = (clause: Clause): Clause => wayUp(clause).at(-1)?.to ?? clause;
  const groups = groupBy(clauses.all, topOf);
  const groupOf = (clause: Clause) => groups.get(topOf(clause)) ?? [clause];
  return {
    of: groupOf,
    head: (clause) =>
      groupOf(clause).find(({ standard }) => standard.role === StandardRole.REQUIREMENTS) ?? topOf(clause),
    linksBetween: (a, b) => {
      const [fromA, fromB] = [wayUp(a), wayUp(b)];
      const between = [
        ...fromA.filter((step) => !fromB.includes(step)),
        ...fromB.filter((step) => !fromA.includes(step)),
      ];
      return [...new Set(between.map(({ link }) => link))].sort();
    },
  };
}
