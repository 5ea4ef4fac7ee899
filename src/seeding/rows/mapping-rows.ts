import { mappingId } from '../../mappings/inheritance.js';
import { citationFacts, type Seeds } from '../seed-files.js';
import { idOf, type LocatedObligation, type SeedIndex } from '../seed-index.js';

export function mappingRows(seeds: Seeds, { obligations }: SeedIndex): object[] {
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  return seeds.of('mappings').flatMap(({ content: { instrument, standard, edges } }) =>
    edges.map(({ obligation, clause, topics, rationale, gap, sources, ...edge }) => {
      const obligationId = idOf.obligation(instrument, obligation);
      const clauseId = idOf.clause(standard, clause);
      return {
        id: mappingId(obligationId, clauseId),
        obligationId,
        clauseId,
        topicIds: topicIds(topics, byId.get(obligationId)),
        rationaleText: rationale,
        gapText: gap,
        citationFacts: citationFacts(sources),
        ...edge,
      };
    }),
  );
}

function topicIds(slugs: string[] | undefined, obligation: LocatedObligation | undefined): string[] {
  return (obligation?.topics ?? []).filter(({ seed }) => slugs?.includes(seed.slug)).map(({ id }) => id);
}

export function assessmentRows(seeds: Seeds): object[] {
  return seeds.of('mappings').flatMap(({ content: { instrument, standard, assessments } }) =>
    assessments.map(({ obligation, outcome, reason, sources }) => ({
      id: idOf.assessment(instrument, obligation, standard),
      obligationId: idOf.obligation(instrument, obligation),
      standardId: idOf.standard(standard),
      outcome,
      reasonText: reason,
      citationFacts: citationFacts(sources),
    })),
  );
}

export function remainderRows(seeds: Seeds, { obligations }: SeedIndex): object[] {
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  return seeds.of('remainders').flatMap(({ content: { instrument, remainders } }) =>
    remainders.map(({ obligation, untilTopics, text }, number) => {
      const obligationId = idOf.obligation(instrument, obligation);
      return { obligationId, number, untilTopicIds: topicIds(untilTopics, byId.get(obligationId)), text };
    }),
  );
}
