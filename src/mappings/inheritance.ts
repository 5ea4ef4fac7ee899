import type { Clause } from '../standards/clause.entity.js';
import { type ClauseRelation } from '../standards/clause.entity.js';
import { ClauseLink } from '../standards/standards.enums.js';
import { Mapping } from './mapping.entity.js';

/** The links along which a clause is the same control as the one it points to. */
const SAME_CONTROL: ReadonlySet<ClauseLink> = new Set([ClauseLink.DETAILS, ClauseLink.EXTENDS]);

/**
 * The edges that follow from the asserted ones: where a clause DETAILS or EXTENDS another, it is the same
 * control, so what was judged on one holds on the other. Links are followed over several steps; an edge
 * judged on the clause itself takes the place of an inherited one. Each names the asserted edge it comes from.
 */
export function inheritMappings(
  asserted: readonly Mapping[],
  relations: readonly ClauseRelation[],
): Mapping[] {
  const takers = new Map<Clause, Clause[]>();
  for (const { from, to, link } of relations) {
    if (SAME_CONTROL.has(link)) takers.set(to, [...(takers.get(to) ?? []), from]);
  }

  const judged = new Set(asserted.map(mappingKey));
  const inherited = new Map<string, Mapping>();
  for (const origin of asserted) {
    const waiting = [...(takers.get(origin.clause) ?? [])];
    for (let clause = waiting.shift(); clause; clause = waiting.shift()) {
      const mapping = inherit(origin, clause);
      const key = mappingKey(mapping);
      // What was judged here is passed on from here, not from further up.
      if (judged.has(key) || inherited.has(key)) continue;
      inherited.set(key, mapping);
      waiting.push(...(takers.get(clause) ?? []));
    }
  }
  return [...inherited.values()];
}

export function mappingId(obligationId: string, clauseId: string): string {
  return `mapping/${withoutType(obligationId)}~${withoutType(clauseId)}`;
}

function inherit(origin: Mapping, clause: Clause): Mapping {
  return Object.assign(new Mapping(), origin, {
    id: mappingId(origin.obligationId, clause.id),
    clauseId: clause.id,
    clause,
    inheritedFrom: origin,
  });
}

const mappingKey = ({ obligationId, clauseId }: Mapping) => mappingId(obligationId, clauseId);

const withoutType = (id: string) => id.slice(id.indexOf('/') + 1);
