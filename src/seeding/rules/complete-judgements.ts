import { coversOf } from '../../mappings/mapping.entity.js';
import { CoverageLevel } from '../../mappings/mappings.enums.js';
import type { Rule } from '../rule.js';
import type { Problem } from '../problems.js';
import { idOf } from '../seed-index.js';

/**
 * A judgement says all it must and nothing that follows from it: a gap unless it covers everything, topics only
 * where it covers a part and only topics of the obligation, an assessment only where no edge covers, and what
 * remains wherever something does.
 */
export const completeJudgements: Rule = (seeds, { obligations }) => {
  const problems: Problem[] = [];
  const topicsOf = new Map(obligations.map(({ id, topics }) => [id, topics.map(({ seed }) => seed.slug)]));
  const withRemainder = new Set(
    seeds
      .of('remainders')
      .flatMap(({ content: { instrument, remainders } }) =>
        remainders.map(({ obligation }) => idOf.obligation(instrument, obligation)),
      ),
  );
  const checkTopics = (slugs: string[], obligationId: string, file: string, record: string) => {
    const own = topicsOf.get(obligationId);
    for (const slug of slugs) {
      if (own && !own.includes(slug)) {
        problems.push({
          file,
          record,
          message: `${slug} is no topic of ${obligationId}. It has ${own.join(', ') || 'none'}.`,
        });
      }
    }
  };

  const covered = new Set(
    seeds
      .of('mappings')
      .flatMap(({ content: { instrument, standard, edges } }) =>
        edges
          .filter(({ relationship }) => coversOf(relationship) !== CoverageLevel.NONE)
          .map(({ obligation }) => `${instrument}/${obligation}~${standard}`),
      ),
  );
  for (const {
    path: file,
    content: { instrument, standard, edges, assessments },
  } of seeds.of('mappings')) {
    for (const { obligation, clause, relationship, topics, gap } of edges) {
      const record = `${obligation}~${clause}`;
      const obligationId = idOf.obligation(instrument, obligation);
      const covers = coversOf(relationship);
      if (covers === CoverageLevel.FULL && gap)
        problems.push({
          file,
          record,
          message: `${relationship} covers everything, so there is no gap. Leave gap out, or choose another relationship.`,
        });
      if (covers !== CoverageLevel.FULL && !gap)
        problems.push({
          file,
          record,
          message: `${relationship} leaves something open. Say in gap what the obligation still asks for.`,
        });
      if (covers !== CoverageLevel.PARTIAL && topics)
        problems.push({ file, record, message: `topics follow from ${relationship}. Leave them out.` });
      if (covers !== CoverageLevel.FULL && !withRemainder.has(obligationId))
        problems.push({
          file,
          record,
          message: `nothing says what remains of ${obligationId}. Add it to seed/mappings/${instrument}--remainders.json.`,
        });
      checkTopics(topics ?? [], obligationId, file, record);
    }
    for (const { obligation } of assessments) {
      if (covered.has(`${instrument}/${obligation}~${standard}`))
        problems.push({
          file,
          record: obligation,
          message: `is assessed as NONE, but an edge to ${standard} covers a part of it. Keep one of the two.`,
        });
      if (!withRemainder.has(idOf.obligation(instrument, obligation)))
        problems.push({
          file,
          record: obligation,
          message: `nothing says what remains of it. Add it to seed/mappings/${instrument}--remainders.json.`,
        });
    }
  }
  for (const {
    path: file,
    content: { instrument, remainders },
  } of seeds.of('remainders')) {
    for (const { obligation, untilTopics } of remainders)
      checkTopics(untilTopics ?? [], idOf.obligation(instrument, obligation), file, obligation);
  }
  return problems;
};
