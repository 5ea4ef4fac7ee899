import { Confidence } from '../../dataset/confidence.js';
import { ReviewStatus } from '../../mappings/mappings.enums.js';
import type { Rule } from '../rule.js';
import type { Problem } from '../problems.js';

const OWN_JUDGEMENT = 'kobling';
const SOURCES_FOR_HIGH = 2;

/** HIGH takes two public sources besides our own judgement; a judgement of ours alone stays PROPOSED. */
export const honestConfidence: Rule = (seeds) => {
  const problems: Problem[] = [];
  for (const { path: file, content } of seeds.of('mappings')) {
    for (const { obligation, clause, confidence, status, sources } of content.edges) {
      const record = `${obligation}~${clause}`;
      const others = new Set(sources.map(({ source }) => source).filter((source) => source !== OWN_JUDGEMENT))
        .size;
      if (confidence === Confidence.HIGH && others < SOURCES_FOR_HIGH) {
        problems.push({
          file,
          record,
          message: `confidence HIGH rests on ${others} public source(s) besides our own judgement. Cite ${SOURCES_FOR_HIGH}, or use MEDIUM.`,
        });
      }
      if (status === ReviewStatus.REVIEWED && others === 0) {
        problems.push({
          file,
          record,
          message:
            'is REVIEWED on our own judgement alone. Cite a public source that agrees, or use PROPOSED.',
        });
      }
    }
  }
  return problems;
};
