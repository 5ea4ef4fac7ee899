import { coversOf } from '../../mappings/mapping.entity.js';
import { CoverageLevel } from '../../mappings/mappings.enums.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/**
 * A remainder that neither topics nor a whole cover closes is one that no clause closes. Then nothing may cover the obligation fully: no single
 * edge, and no set of edges whose topics add up to all of them.
 */
export const neverFull: Rule = (seeds, { obligations }) => {
  const openFor = new Set(
    seeds
      .of('remainders')
      .flatMap(({ content: { instrument, remainders } }) =>
        remainders
          .filter(({ untilTopics, untilFull }) => !untilTopics && !untilFull)
          .map(({ obligation }) => idOf.obligation(instrument, obligation)),
      ),
  );
  const edges = seeds.of('mappings').flatMap(({ path: file, content }) =>
    content.edges.map((edge) => ({
      file,
      edge,
      obligationId: idOf.obligation(content.instrument, edge.obligation),
    })),
  );
  return obligations
    .filter(({ id }) => openFor.has(id))
    .flatMap(({ id, file, record, topics }) => {
      const own = edges.filter(({ obligationId }) => obligationId === id);
      const full = own.filter(({ edge }) => coversOf(edge.relationship) === CoverageLevel.FULL);
      const answered = new Set(own.flatMap(({ edge }) => edge.topics ?? []));
      const together = topics.length > 0 && topics.every(({ seed }) => answered.has(seed.slug));
      return [
        ...full.map(({ file: at, edge }) => ({
          file: at,
          record: `${edge.obligation}~${edge.clause}`,
          message: `covers all of ${id}, of which a remainder says that no clause closes it. Choose a narrower relationship, or give the remainder its topics.`,
        })),
        ...(together
          ? [
              {
                file,
                record,
                message: `the topics of its edges add up to all, while a remainder says that no clause closes it. Take back the topic that goes too far.`,
              },
            ]
          : []),
      ];
    });
};
