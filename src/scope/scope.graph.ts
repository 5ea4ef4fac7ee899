import type { EntityManager } from 'typeorm';
import type { LawGraph } from '../law/law.graph.js';
import type { SectorsGraph } from '../sectors/sectors.graph.js';
import { ScopeQuestion, ScopeRule, SizeCeiling } from './scope-rule.entity.js';

/** The decision table, in the order in which it is asked. */
export interface ScopeGraph {
  rules: readonly ScopeRule[];
  questions: readonly ScopeQuestion[];
  /** From the smallest size up. */
  ceilings: readonly SizeCeiling[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsScope {
  release: { scope: ScopeGraph };
}

export async function loadScope(
  manager: EntityManager,
  { law, sectors }: { law: LawGraph; sectors: SectorsGraph },
): Promise<ScopeGraph> {
  const order = { order: { position: 'ASC' as const } };
  const rules = await manager.find(ScopeRule, order);
  for (const rule of rules) {
    const { adds, instead, lifts } = rule.effects;
    rule.addedTypes = (adds ?? []).map((id) => sectors.entityTypes.linked(id));
    rule.provision = law.provisions.linked(rule.provisionId);
    rule.instead = instead === undefined ? null : law.instruments.linked(instead);
    rule.liftedObligations = (lifts?.obligations ?? []).map((id) => law.obligations.linked(id));
  }
  return {
    rules,
    questions: await manager.find(ScopeQuestion, order),
    ceilings: await manager.find(SizeCeiling, order),
  };
}
