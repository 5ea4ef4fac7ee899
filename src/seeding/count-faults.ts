import { ClauseKind } from '../standards/standards.enums.js';
import type { Seeds } from './seed-files.js';
import { idOf, indexSeeds } from './seed-index.js';

/** How many edges point where none may point. All zero, or the seed check has a hole. */
export interface EdgeFaults {
  dangling: number;
  duplicate: number;
  toHeadings: number;
  toSupersededEditions: number;
  /** Edges of an obligation whose provision does not exist. */
  withoutProvision: number;
}

/** Counted from the seed files themselves, apart from the rules that keep these at zero. */
export function countFaults(seeds: Seeds): EdgeFaults {
  const index = indexSeeds(seeds);
  const kinds = new Map(index.clauses.map(({ id, seed }) => [id, seed.kind]));
  const provisions = new Set(index.provisions.map(({ id }) => id));
  const provisionOf = new Map(
    index.obligations.map(({ id, owner, seed }) => [id, idOf.provision(owner, seed.provision)]),
  );
  const superseded = new Set(index.standards.flatMap(({ seed }) => seed.supersedes));
  const edges = seeds.of('mappings').flatMap(({ content: { instrument, standard, edges: own } }) =>
    own.map(({ obligation, clause }) => ({
      obligation: idOf.obligation(instrument, obligation),
      clause: idOf.clause(standard, clause),
      standard,
    })),
  );
  const count = (isFault: (edge: (typeof edges)[number]) => boolean) => edges.filter(isFault).length;
  return {
    dangling: count(({ obligation, clause }) => !provisionOf.has(obligation) || !kinds.has(clause)),
    duplicate: edges.length - new Set(edges.map(({ obligation, clause }) => `${obligation} ${clause}`)).size,
    toHeadings: count(({ clause }) => kinds.get(clause) === ClauseKind.HEADING),
    toSupersededEditions: count(({ standard }) => superseded.has(standard)),
    withoutProvision: count(({ obligation }) => !provisions.has(provisionOf.get(obligation) ?? '')),
  };
}
