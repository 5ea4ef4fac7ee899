import type { Obligation } from '../law/obligation.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import { groupBy } from '../shared/catalogue.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import type { ClauseLink } from '../standards/standards.enums.js';
import type { StandardsGraph } from '../standards/standards.graph.js';
import { SAME_CONTROL, type Controls } from './same-control.js';

/** Two clauses that have to do with each other, and through what. */
export interface CrosswalkPair {
  from: Clause;
  to: Clause;
  links: ClauseLink[];
  via: Obligation[];
}

interface Below {
  standards: StandardsGraph;
  mappings: MappingsGraph;
  controls: Controls;
}

/**
 * Pairs of clauses of two editions that are linked, directly or through the same control in a third standard, or
 * that cover a part of the same obligation. The same pairs come out whichever way round it is asked.
 */
export function crosswalkOf(from: Standard, to: Standard, below: Below): CrosswalkPair[] {
  const pairs = new Map<string, CrosswalkPair>();
  const pairOf = (a: Clause, b: Clause): CrosswalkPair => {
    const key = `${a.id} ${b.id}`;
    const pair = pairs.get(key) ?? { from: a, to: b, links: [], via: [] };
    pairs.set(key, pair);
    return pair;
  };
  for (const clause of below.standards.clausesOf(from)) {
    for (const { other, link } of linkedIn(clause, to, below)) {
      const { links } = pairOf(clause, other);
      if (!links.includes(link)) links.push(link);
    }
  }
  for (const [obligation, mappings] of groupBy(
    below.mappings.mappings.all,
    (mapping) => mapping.obligation,
  )) {
    const covering = mappings
      .filter(({ covers }) => covers !== CoverageLevel.NONE)
      .map(({ clause }) => clause);
    for (const a of covering.filter(({ standard }) => standard === from))
      for (const b of covering.filter(({ standard }) => standard === to)) pairOf(a, b).via.push(obligation);
  }
  return [...pairs.values()].sort(
    (a, b) => a.from.position - b.from.position || rank(a, b) || a.to.position - b.to.position,
  );
}

/** Linked pairs first, then those that share most. */
const rank = (a: CrosswalkPair, b: CrosswalkPair) =>
  Number(b.links.length > 0) - Number(a.links.length > 0) || b.via.length - a.via.length;

/** Clauses of an edition that a clause, or the same control elsewhere, is linked to. */
function linkedIn(
  clause: Clause,
  edition: Standard,
  { standards, controls }: Below,
): { other: Clause; link: ClauseLink }[] {
  const same = controls.of(clause);
  const found = same.flatMap((one) =>
    standards
      .relatedTo(one)
      .filter(({ link }) => !SAME_CONTROL.has(link))
      .flatMap(({ link, clause: end }) => controls.of(end).map((other) => ({ other, link }))),
  );
  const identical = same
    .filter((one) => one !== clause)
    .flatMap((other) => controls.linksBetween(clause, other).map((link) => ({ other, link })));
  return [...identical, ...found].filter(({ other }) => other.standard === edition && other !== clause);
}
