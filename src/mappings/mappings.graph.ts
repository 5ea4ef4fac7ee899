import type { EntityManager } from 'typeorm';
import { linkCitations, type DatasetGraph } from '../dataset/dataset.graph.js';
import { measuresOf, type LawGraph } from '../law/law.graph.js';
import type { Measure } from '../law/measure.entity.js';
import type { Obligation } from '../law/obligation.entity.js';
import { Catalogue, groupBy } from '../shared/catalogue.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import type { StandardsGraph } from '../standards/standards.graph.js';
import { Assessment } from './assessment.entity.js';
import { inheritMappings } from './inheritance.js';
import { Mapping } from './mapping.entity.js';
import { CoverageLevel } from './mappings.enums.js';
import { RemainderPart } from './remainder.entity.js';

/** The judgements of one release, linked, with the inherited edges computed. */
export interface MappingsGraph {
  mappings: Catalogue<Mapping>;
  assessments: Catalogue<Assessment>;
  ofObligation(obligation: Obligation): readonly Mapping[];
  ofClause(clause: Clause): readonly Mapping[];
  ofMeasure(measure: Measure): readonly Mapping[];
  assessmentsOf(obligation: Obligation): readonly Assessment[];
  remainderOf(obligation: Obligation): readonly RemainderPart[];
  /** The standards that somebody has looked at for it: an edge or an assessment exists. */
  assessedFor(obligation: Obligation): ReadonlySet<Standard>;
  /** True if somebody looked at the pair. */
  isAssessed(obligation: Obligation, standard: Standard): boolean;
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsMappings {
  release: { mappings: MappingsGraph };
}

interface Below {
  law: LawGraph;
  standards: StandardsGraph;
  dataset: DatasetGraph;
}

export async function loadMappings(manager: EntityManager, below: Below): Promise<MappingsGraph> {
  const { law } = below;
  const asserted = await manager.find(Mapping, { order: { position: 'ASC' } });
  for (const mapping of asserted) linkMapping(mapping, below);
  const edges = [...asserted, ...inheritMappings(asserted, below.standards.relations)];
  edges.sort(
    (a, b) => a.obligation.position - b.obligation.position || a.clause.position - b.clause.position,
  );
  edges.forEach((mapping, position) => (mapping.position = position));
  const mappings = new Catalogue(edges);

  const assessments = new Catalogue(await manager.find(Assessment, { order: { position: 'ASC' } }));
  for (const assessment of assessments.all) {
    assessment.obligation = law.obligations.linked(assessment.obligationId);
    assessment.standard = below.standards.standards.linked(assessment.standardId);
    assessment.sources = linkCitations(assessment.citationFacts, below.dataset.sources);
  }

  const parts = await manager.find(RemainderPart, { order: { obligationId: 'ASC', number: 'ASC' } });
  for (const part of parts) part.untilTopics = part.untilTopicIds.map((id) => law.topics.linked(id));

  const byObligation = groupBy(edges, (mapping) => mapping.obligation);
  const byClause = groupBy(edges, (mapping) => mapping.clause);
  const byMeasure = groupBy(
    edges.flatMap((mapping) => measuresOf(mapping.obligation).map((measure) => ({ measure, mapping }))),
    ({ measure }) => measure,
  );
  const assessmentsByObligation = groupBy(assessments.all, (assessment) => assessment.obligation);
  const partsByObligation = groupBy(parts, (part) => part.obligationId);
  const assessed = new Map(
    law.obligations.all.map((obligation) => [
      obligation,
      new Set([
        ...(byObligation.get(obligation) ?? []).map(({ clause }) => clause.standard),
        ...(assessmentsByObligation.get(obligation) ?? []).map(({ standard }) => standard),
      ]),
    ]),
  );
  const assessedFor = (obligation: Obligation) => assessed.get(obligation) ?? new Set<Standard>();
  return {
    mappings,
    assessments,
    ofObligation: (obligation) => byObligation.get(obligation) ?? [],
    ofClause: (clause) => byClause.get(clause) ?? [],
    ofMeasure: (measure) => (byMeasure.get(measure) ?? []).map(({ mapping }) => mapping),
    assessmentsOf: (obligation) => assessmentsByObligation.get(obligation) ?? [],
    remainderOf: (obligation) => partsByObligation.get(obligation.id) ?? [],
    assessedFor,
    isAssessed: (obligation, standard) => assessedFor(obligation).has(standard),
  };
}

function linkMapping(mapping: Mapping, { law, standards, dataset }: Below): void {
  mapping.obligation = law.obligations.linked(mapping.obligationId);
  mapping.clause = standards.clauses.linked(mapping.clauseId);
  // An edge that covers everything answers every topic; spelling them out in the seed could only go wrong.
  mapping.topics =
    mapping.covers === CoverageLevel.FULL
      ? mapping.obligation.topics
      : mapping.topicIds.map((id) => law.topics.linked(id));
  mapping.sources = linkCitations(mapping.citationFacts, dataset.sources);
  mapping.inheritedFrom = null;
}
