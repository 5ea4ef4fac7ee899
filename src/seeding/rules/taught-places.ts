import { createReferenceCheck } from '../reference-check.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/** What a course teaches exists: the duties and clauses of every outcome, and what the course rests on. */
export const taughtPlaces: Rule = (seeds, index) => {
  const { problems, expect } = createReferenceCheck(seeds, index);
  for (const { path: file, content } of seeds.of('course')) {
    for (const key of content.sources) expect('source', idOf.source(key), file, content.slug, 'sources');
    for (const { slug: module, outcomes } of content.modules) {
      for (const { slug, obligations, clauses } of outcomes) {
        const record = `${module}/${slug}`;
        for (const key of obligations) expect('obligation', `obligation/${key}`, file, record, 'obligations');
        for (const key of clauses) expect('clause', `clause/${key}`, file, record, 'clauses');
      }
    }
  }
  return problems;
};
