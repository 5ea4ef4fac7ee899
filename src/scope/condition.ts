import type { EntityType, JurisdictionRule } from '../sectors/entity-type.entity.js';
import type { Annex } from '../sectors/sector.entity.js';
import type { Circumstance, ClassificationOutcome } from './scope.enums.js';
import { EnterpriseSize } from './scope.enums.js';

/** A fact of an entity type that a rule may ask for; authored once, with the type. */
export type TypeFact = 'doraLexSpecialis';

/**
 * When a rule holds: the closed vocabulary of seed/scope. Lists mean any of, save in `all`.
 * A `decision` is one that national law or an authority has to take; nothing in a profile tells it.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { types: string[] }
  | { annex: Annex[]; besides?: string[] }
  | { anyType: TypeFact }
  | { everyType: TypeFact }
  | { jurisdiction: JurisdictionRule }
  | { circumstances: Circumstance[] }
  | { atLeast: EnterpriseSize }
  | { establishedIn: string }
  | { establishedInUnion: boolean }
  | { inUnion: boolean }
  | { decision: string }
  | { rules: string[] }
  | { outcome: ClassificationOutcome[] };

/** What counts of an entity: an exclusion may leave less of it than was said. */
export interface Facts {
  types: readonly EntityType[];
  circumstances: ReadonlySet<Circumstance>;
  /** Countries where it is established, its main establishment included. */
  establishedIn: ReadonlySet<string>;
  memberStates: ReadonlySet<string>;
}

/** One way in which everything that was left open could be. */
export interface World {
  size: EnterpriseSize;
  inUnion: boolean;
  decisions: ReadonlySet<string>;
}

export interface Inquiry {
  facts: Facts;
  world: World;
  /** Ids of the rules found to hold so far. */
  holding: ReadonlySet<string>;
  /** Known once scope and class are settled. */
  outcome?: ClassificationOutcome;
}

const SIZES = Object.values(EnterpriseSize);

export function holds(condition: Condition, inquiry: Inquiry): boolean {
  const { facts, world, holding } = inquiry;
  if ('all' in condition) return condition.all.every((part) => holds(part, inquiry));
  if ('any' in condition) return condition.any.some((part) => holds(part, inquiry));
  if ('not' in condition) return !holds(condition.not, inquiry);
  if ('atLeast' in condition) return SIZES.indexOf(world.size) >= SIZES.indexOf(condition.atLeast);
  if ('inUnion' in condition) return world.inUnion === condition.inUnion;
  if ('decision' in condition) return world.decisions.has(condition.decision);
  if ('rules' in condition) return condition.rules.some((rule) => holding.has(rule));
  if ('outcome' in condition) return condition.outcome.some((one) => one === inquiry.outcome);
  return holdsOf(condition, facts);
}

type AboutFacts = Exclude<
  Condition,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { atLeast: unknown }
  | { inUnion: unknown }
  | { decision: unknown }
  | { rules: unknown }
  | { outcome: unknown }
>;

function holdsOf(
  condition: AboutFacts,
  { types, circumstances, establishedIn, memberStates }: Facts,
): boolean {
  if ('types' in condition) return types.some(({ id }) => condition.types.includes(id));
  if ('annex' in condition) {
    const { annex, besides = [] } = condition;
    return types.some(({ id, sector }) => annex.includes(sector.annex) && !besides.includes(id));
  }
  if ('anyType' in condition) return types.some((type) => type[condition.anyType]);
  if ('everyType' in condition) return types.length > 0 && types.every((type) => type[condition.everyType]);
  if ('jurisdiction' in condition)
    return types.some(({ jurisdictionRule }) => jurisdictionRule === condition.jurisdiction);
  if ('circumstances' in condition) return condition.circumstances.some((one) => circumstances.has(one));
  if ('establishedIn' in condition) return establishedIn.has(condition.establishedIn);
  // Where nothing is said of establishment, neither is known.
  const inUnion = [...establishedIn].some((country) => memberStates.has(country));
  return condition.establishedInUnion ? inUnion : establishedIn.size > 0 && !inUnion;
}

/** The decisions a condition can turn on, given what is known: not those beside a part that fails anyway. */
export function decisionsIn(condition: Condition, facts: Facts): string[] {
  if ('decision' in condition) return [condition.decision];
  if ('all' in condition)
    return condition.all.some((part) => isAboutFacts(part) && !holdsOf(part, facts))
      ? []
      : condition.all.flatMap((part) => decisionsIn(part, facts));
  if ('any' in condition) return condition.any.flatMap((part) => decisionsIn(part, facts));
  if ('not' in condition) return decisionsIn(condition.not, facts);
  return [];
}

function isAboutFacts(condition: Condition): condition is AboutFacts {
  return !['all', 'any', 'not', 'atLeast', 'inUnion', 'decision', 'rules', 'outcome'].some(
    (key) => key in condition,
  );
}

/** The rules a condition builds on. */
export function rulesIn(condition: Condition): string[] {
  if ('rules' in condition) return condition.rules;
  if ('all' in condition) return condition.all.flatMap(rulesIn);
  if ('any' in condition) return condition.any.flatMap(rulesIn);
  return [];
}
