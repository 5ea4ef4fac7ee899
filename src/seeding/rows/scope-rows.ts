import type { Condition } from '../../scope/condition.js';
import { ScopeQuestion, ScopeRule, SizeCeiling, type ScopeEffects } from '../../scope/scope-rule.entity.js';
import type { Seeds } from '../seed-files.js';
import { idOf } from '../seed-index.js';

export function scopeRows(seeds: Seeds): [new () => object, object[]][] {
  const contents = seeds.of('scope').map(({ content }) => content);
  return [
    [
      ScopeRule,
      contents.flatMap(({ rules }) =>
        rules.map(({ key, kind, provision, when, outcome, statement, ...effects }) => ({
          id: idOf.scopeRule(key),
          kind,
          provisionId: `provision/${provision}`,
          when: withIds(when),
          outcome: outcome ?? null,
          effects: effectsWithIds(effects),
          statementText: statement,
        })),
      ),
    ],
    [
      ScopeQuestion,
      contents.flatMap(({ questions }) => questions.map(({ key, text }) => ({ id: key, text }))),
    ],
    [
      SizeCeiling,
      contents.flatMap(({ ceilings }) =>
        // Where a ceiling stands in the law is told by the rules of kind SIZE.
        ceilings.map(({ provision: _, ...ceiling }) => ceiling),
      ),
    ],
  ];
}

const typeId = (key: string) => `entity-type/${key}`;

function withIds(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(withIds) };
  if ('any' in condition) return { any: condition.any.map(withIds) };
  if ('not' in condition) return { not: withIds(condition.not) };
  if ('types' in condition) return { types: condition.types.map(typeId) };
  if ('annex' in condition) return { ...condition, besides: (condition.besides ?? []).map(typeId) };
  if ('rules' in condition) return { rules: condition.rules.map(idOf.scopeRule) };
  return condition;
}

function effectsWithIds({ adds, removes, leaves, instead, lifts, ...rest }: ScopeEffects): ScopeEffects {
  return {
    ...rest,
    ...(adds && { adds: adds.map(typeId) }),
    ...(removes && { removes: removes.map(typeId) }),
    ...(leaves && { leaves: { ...leaves, types: leaves.types.map(typeId) } }),
    ...(instead !== undefined && { instead: idOf.instrument(instead) }),
    ...(lifts && {
      lifts: {
        ...lifts,
        ...(lifts.obligations && { obligations: lifts.obligations.map((id) => `obligation/${id}`) }),
      },
    }),
  };
}
