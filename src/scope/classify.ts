import { decisionsIn, holds, rulesIn, type Facts, type World } from './condition.js';
import { missingFigures } from './enterprise-size.js';
import type { Profile } from './profile.js';
import type { ScopeGraph } from './scope.graph.js';
import { ScopeRuleKind, type ScopeRule } from './scope-rule.entity.js';
import { ClassificationOutcome as Outcome } from './scope.enums.js';

/** What the decision table says of a profile. */
export interface Verdict {
  outcome: Outcome;
  /** What it is at least, however the open questions are answered. */
  floor: Outcome;
  /** What counts of the entity once the exclusions are taken off. */
  facts: Facts;
  /** Every rule that holds, in the order of the table. */
  rules: readonly ScopeRule[];
  decisive: ReadonlySet<ScopeRule>;
  /** Keys of the questions that could change the outcome. */
  open: ReadonlySet<string>;
}

interface Case {
  world: World;
  outcome: Outcome;
  facts: Facts;
  holding: ReadonlySet<ScopeRule>;
  decisive: ReadonlySet<ScopeRule>;
}

const RANKS = Object.values(Outcome);
const rank = (outcome: Outcome) => RANKS.indexOf(outcome);

/**
 * Asks the table in every way in which what was not said could be. If all agree, that is the outcome; if not, a
 * decision is needed, and what makes the difference is asked for. So an unknown that cannot matter is never asked.
 */
export function classify(
  profile: Profile,
  { rules, ceilings }: Pick<ScopeGraph, 'rules' | 'ceilings'>,
): Verdict {
  const said = factsOf(profile, rules);
  const decisions = [...new Set(rules.flatMap(({ when }) => decisionsIn(when, said)))];
  const cases = worldsOf(profile, decisions).map((world) => decide(rules, said, world));
  const outcomes = [...new Set(cases.map(({ outcome }) => outcome))].sort((a, b) => rank(a) - rank(b));
  const [floor = Outcome.OUT_OF_SCOPE] = outcomes;
  const outcome = outcomes.length > 1 ? Outcome.NEEDS_DECISION : floor;
  // The first world is in the Union: what counts in an answer is what counts if the directive applies at all.
  const facts = cases[0]?.facts ?? said;
  const decisive = new Set(cases.flatMap((one) => [...one.decisive]));
  const settled = rules.filter(
    (rule) => decisive.has(rule) || (isWorthKnowing(rule) && cases.every(({ holding }) => holding.has(rule))),
  );
  const rest = followUp(rules, facts, outcome, settled);
  return {
    outcome,
    floor,
    facts,
    rules: rules.filter((rule) => settled.includes(rule) || rest.includes(rule)),
    decisive,
    open: new Set([...openIn(cases, decisions, profile, ceilings), ...rest.flatMap(questionOf)]),
  };
}

const STEPS: ReadonlySet<ScopeRuleKind> = new Set([
  ScopeRuleKind.TYPE,
  ScopeRuleKind.SIZE,
  ScopeRuleKind.EXCLUSION,
  ScopeRuleKind.SCOPE,
  ScopeRuleKind.CLASS,
]);

/** A lower class, or being too small, is overtaken where another rule decides, and size is told only where it counts. */
function isWorthKnowing({ kind, outcome }: ScopeRule): boolean {
  if (kind === ScopeRuleKind.SIZE || kind === ScopeRuleKind.CLASS) return false;
  return kind !== ScopeRuleKind.SCOPE || outcome !== Outcome.OUT_OF_SCOPE;
}

const questionOf = ({ effects }: ScopeRule) => (effects.question === undefined ? [] : [effects.question]);

function factsOf(profile: Profile, rules: readonly ScopeRule[]): Facts {
  const { types, circumstances, establishedIn, mainEstablishment, memberStates } = profile;
  const facts = {
    types,
    circumstances,
    establishedIn: new Set([...(establishedIn ?? []), ...(mainEstablishment ? [mainEstablishment] : [])]),
    memberStates,
  };
  const added = rules
    .filter(
      ({ kind, when }) =>
        kind === ScopeRuleKind.TYPE && holds(when, { facts, world: NO_WORLD, holding: NONE }),
    )
    .flatMap((rule) => rule.addedTypes);
  return { ...facts, types: [...new Set([...types, ...added])] };
}

const NONE: ReadonlySet<string> = new Set();

function worldsOf(profile: Profile, decisions: readonly string[]): World[] {
  const inUnion = isInUnion(profile);
  return (inUnion === null ? [true, false] : [inUnion]).flatMap((union) =>
    profile.sizes.flatMap((size) =>
      subsetsOf(decisions).map((taken) => ({ size, inUnion: union, decisions: new Set(taken) })),
    ),
  );
}

const subsetsOf = (keys: readonly string[]): string[][] =>
  keys.reduce<string[][]>((sets, key) => [...sets, ...sets.map((set) => [...set, key])], [[]]);

/** Whoever says nothing of places is taken to be in the Union; whoever names only others is asked (Art. 2(1)). */
function isInUnion({ establishedIn, mainEstablishment, servesIn, memberStates }: Profile): boolean | null {
  const named = [
    ...(establishedIn ?? []),
    ...(servesIn ?? []),
    ...(mainEstablishment ? [mainEstablishment] : []),
  ];
  if (named.length === 0 || named.some((country) => memberStates.has(country))) return true;
  const bothSaid = servesIn !== null && (establishedIn !== null || mainEstablishment !== null);
  return bothSaid ? false : null;
}

/** Goes through the table once, in one world. */
function decide(rules: readonly ScopeRule[], said: Facts, world: World): Case {
  let facts = said;
  const holding = new Set<ScopeRule>();
  const ids = new Set<string>();
  for (const rule of rules) {
    if (!STEPS.has(rule.kind) || !holds(rule.when, { facts, world, holding: ids })) continue;
    holding.add(rule);
    ids.add(rule.id);
    if (rule.kind === ScopeRuleKind.EXCLUSION) facts = withoutExcluded(facts, rule);
  }
  const outcome = [...holding]
    .map((rule) => rule.outcome ?? Outcome.OUT_OF_SCOPE)
    .reduce((a, b) => (rank(a) >= rank(b) ? a : b), Outcome.OUT_OF_SCOPE);
  const deciding = [...holding].filter((rule) => rule.outcome === outcome);
  return { world, outcome, facts, holding, decisive: withGrounds(deciding, holding) };
}

function withoutExcluded(
  facts: Facts,
  { effects: { leaves, removes = [], disregards = [] } }: ScopeRule,
): Facts {
  const types = facts.types.filter(
    ({ id }) => !removes.includes(id) && (leaves === undefined || leaves.types.includes(id)),
  );
  const circumstances = [...facts.circumstances].filter(
    (one) => !disregards.includes(one) && (leaves === undefined || leaves.circumstances.includes(one)),
  );
  return { ...facts, types, circumstances: new Set(circumstances) };
}

/** A class rests on what brought the entity into scope, so that decides as well. */
function withGrounds(deciding: readonly ScopeRule[], holding: ReadonlySet<ScopeRule>): Set<ScopeRule> {
  const found = new Set<ScopeRule>();
  const visit = (rule: ScopeRule) => {
    if (found.has(rule)) return;
    found.add(rule);
    const grounds = rulesIn(rule.when);
    for (const one of holding) if (grounds.includes(one.id)) visit(one);
  };
  deciding.forEach(visit);
  return found;
}

/** What follows once the outcome is known: another act, jurisdiction, supervision, fines, notes. */
function followUp(
  rules: readonly ScopeRule[],
  facts: Facts,
  outcome: Outcome,
  settled: readonly ScopeRule[],
): ScopeRule[] {
  if (outcome === Outcome.OUT_OF_SCOPE) return [];
  const holding = new Set(settled.map(({ id }) => id));
  return rules.filter((rule) => {
    if (STEPS.has(rule.kind) || !holds(rule.when, { facts, world: NO_WORLD, holding, outcome })) return false;
    holding.add(rule.id);
    return true;
  });
}

/** What is settled by now may not turn on a size or a decision any more. */
const NO_WORLD = {
  get size(): never {
    throw new Error('A rule of this kind cannot ask for the size.');
  },
  get inUnion(): never {
    throw new Error('A rule of this kind cannot ask whether the entity is in the Union.');
  },
  decisions: NONE,
};

function openIn(
  cases: readonly Case[],
  decisions: readonly string[],
  { figures, sizes }: Profile,
  ceilings: ScopeGraph['ceilings'],
): string[] {
  const keyOf = ({ size, inUnion, decisions: taken }: World) =>
    [size, inUnion, ...decisions.filter((one) => taken.has(one))].join(' ');
  const byWorld = new Map(cases.map((one) => [keyOf(one.world), one.outcome]));
  const differs = (change: (world: World) => World) =>
    cases.some(({ world, outcome }) => (byWorld.get(keyOf(change(world))) ?? outcome) !== outcome);
  const taking = (key: string) => (world: World) => ({
    ...world,
    decisions: new Set([...world.decisions, key]),
  });
  // A ceiling matters if the sizes next to it on both sides come out differently.
  const mattering = ceilings.filter(({ size }) => {
    const above = sizes[sizes.indexOf(size) + 1];
    return (
      sizes.includes(size) &&
      above &&
      differs((world) => (world.size === size ? { ...world, size: above } : world))
    );
  });
  return [
    ...missingFigures(figures, mattering),
    ...(differs((world) => ({ ...world, inUnion: true })) ? ['IN_UNION'] : []),
    ...decisions.filter((key) => differs(taking(key))),
  ];
}
