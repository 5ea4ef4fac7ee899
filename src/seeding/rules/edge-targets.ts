import { ClauseKind } from '../../standards/standards.enums.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/** An edge points at a clause that says something, never at a heading over other clauses. */
export const edgeTargets: Rule = (seeds, { clauses }) => {
  const headings = new Set(
    clauses.filter(({ seed }) => seed.kind === ClauseKind.HEADING).map(({ id }) => id),
  );
  return seeds.of('mappings').flatMap(({ path: file, content: { standard, edges } }) =>
    edges
      .filter(({ clause }) => headings.has(idOf.clause(standard, clause)))
      .map(({ obligation, clause }) => ({
        file,
        record: `${obligation}~${clause}`,
        message: `${clause} is a heading. Name the clause under it that is meant.`,
      })),
  );
};
