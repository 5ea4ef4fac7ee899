import type { EntityManager } from 'typeorm';
import type { LawGraph } from '../law/law.graph.js';
import { ReportingStageRule } from './reporting-stage.entity.js';

/** The messages of Article 23(4) in the order in which they fall due. */
export interface ReportingGraph {
  stages: readonly ReportingStageRule[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsReporting {
  release: { reporting: ReportingGraph };
}

export async function loadReporting(manager: EntityManager, law: LawGraph): Promise<ReportingGraph> {
  const stages = await manager.find(ReportingStageRule, { order: { position: 'ASC' } });
  for (const stage of stages) stage.obligation = law.obligations.linked(stage.obligationId);
  return { stages };
}
