import type { Rule } from '../rule.js';
import type { Problem } from '../problems.js';

/** A rationale that fits two edges explains neither. */
export const ownReasons: Rule = (seeds) => {
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const {
    path: file,
    content: { edges, assessments },
  } of seeds.of('mappings')) {
    const reasons = [
      ...edges.map(({ obligation, clause, rationale }) => ({
        record: `${obligation}~${clause}`,
        ...rationale,
      })),
      ...assessments.map(({ obligation, reason }) => ({ record: obligation, ...reason })),
    ];
    for (const { record, en, da } of reasons) {
      for (const text of [en, da ?? '']) {
        const earlier = first.get(text);
        if (earlier === undefined) first.set(text, `${file}#${record}`);
        else
          problems.push({
            file,
            record,
            message: `gives the same reason as ${earlier}. Say why this very pair.`,
          });
      }
    }
  }
  return problems;
};
