import type { Condition } from '../../scope/condition.js';
import { ScopeRuleKind } from '../../scope/scope-rule.entity.js';
import { ASKED } from '../../scope/questions.js';
import type { Problem } from '../problems.js';
import { createReferenceCheck } from '../reference-check.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';
import type { ScopeRuleSeed, ScopeSeed } from '../answer-shapes.js';

/** The rules of scope point at places, types, duties and questions that exist, and build on earlier rules only. */
export const knownScopePlaces: Rule = (seeds, index) => {
  const { problems, expect } = createReferenceCheck(seeds, index);
  for (const { path: file, content } of seeds.of('scope')) {
    for (const { size, provision } of content.ceilings)
      expect('provision', `provision/${provision}`, file, size, 'provision');
    for (const { key, provision, when, adds, removes, leaves, instead, lifts } of content.rules) {
      expect('provision', `provision/${provision}`, file, key, 'provision');
      const types = leavesOf(when).flatMap((leaf) => [
        ...('types' in leaf ? leaf.types : []),
        ...('annex' in leaf ? (leaf.besides ?? []) : []),
      ]);
      for (const type of [...types, ...(adds ?? []), ...(removes ?? []), ...(leaves?.types ?? [])])
        expect('entityType', `entity-type/${type}`, file, key, 'type');
      if (instead !== undefined) expect('instrument', idOf.instrument(instead), file, key, 'instead');
      for (const duty of lifts?.obligations ?? [])
        expect('obligation', `obligation/${duty}`, file, key, 'obligations');
    }
    problems.push(...questionProblems(file, content), ...orderProblems(file, content));
  }
  return problems;
};

/** Kinds asked before the outcome is known. */
const BEFORE_OUTCOME: ReadonlySet<ScopeRuleKind> = new Set([
  ScopeRuleKind.TYPE,
  ScopeRuleKind.SIZE,
  ScopeRuleKind.EXCLUSION,
  ScopeRuleKind.SCOPE,
  ScopeRuleKind.CLASS,
]);

function orderProblems(file: string, { rules }: ScopeSeed): Problem[] {
  const earlier = new Set<string>();
  return rules.flatMap((rule) => {
    const later = leavesOf(rule.when)
      .flatMap((leaf) => ('rules' in leaf ? leaf.rules : []))
      .filter((key) => !earlier.has(key));
    earlier.add(rule.key);
    return [
      ...later.map((key) => `when builds on ${key}, which is no earlier rule. Put that one first.`),
      ...(asksTooEarly(rule) ? ['when asks for what is not known at that point. Use another kind.'] : []),
    ].map((message) => ({ file, record: rule.key, message }));
  });
}

/** A circumstance implies a type by itself; the outcome is known only after scope and class, and size only before. */
function asksTooEarly({ kind, when }: ScopeRuleSeed): boolean {
  const asks = (...keys: string[]) => leavesOf(when).some((leaf) => keys.some((key) => key in leaf));
  if (kind === ScopeRuleKind.TYPE) return asks('atLeast', 'inUnion', 'decision', 'rules', 'outcome');
  return BEFORE_OUTCOME.has(kind) ? asks('outcome') : asks('atLeast', 'inUnion', 'decision');
}

function questionProblems(file: string, { questions, rules }: ScopeSeed): Problem[] {
  const keys = new Set(questions.map(({ key }) => key));
  const asked = rules.flatMap(({ key, when, question }) => [
    ...leavesOf(when).flatMap((leaf) => ('decision' in leaf ? [[key, leaf.decision] as const] : [])),
    ...(question === undefined ? [] : [[key, question] as const]),
  ]);
  return [...ASKED.map((question) => ['questions', question] as const), ...asked]
    .filter(([, question]) => !keys.has(question))
    .map(([record, question]) => ({
      file,
      record,
      message: `there is no question ${question}. Add it to questions.`,
    }));
}

function leavesOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}
