import { ObligationKind } from '../law/law.enums.js';
import { measuresOf } from '../law/law.graph.js';
import type { Obligation } from '../law/obligation.entity.js';

/**
 * Kinds of duty that say much the same in several articles: the general duties of Article 21(1) to (4) hold for every
 * measure, and who is liable stands in Articles 20, 32 and 33 alike.
 */
const FAMILIES: readonly ReadonlySet<ObligationKind>[] = [
  new Set([ObligationKind.RISK_MANAGEMENT]),
  new Set([ObligationKind.GOVERNANCE, ObligationKind.SUPERVISION]),
];

/**
 * Whether an answer that is right for one duty is surely wrong for the other. Duties under different measures are
 * apart; those under one measure, in one article or in one family may share an answer.
 */
export function areUnrelated(one: Obligation, other: Obligation): boolean {
  const [mine, theirs] = [measuresOf(one), measuresOf(other)];
  if (mine.length > 0 && theirs.length > 0) return !mine.some((measure) => theirs.includes(measure));
  if (FAMILIES.some((family) => family.has(one.kind) && family.has(other.kind))) return false;
  const [here, there] = [one.provision, other.provision];
  return here.instrument !== there.instrument || here.article !== there.article;
}

/** Duties in groups: of the same kind and act, of the same act, others. The nearer, the more plausible. */
export function nearestFirst(others: readonly Obligation[], { kind, provision }: Obligation): Obligation[][] {
  const nearness = (other: Obligation) => {
    if (other.provision.instrument !== provision.instrument) return 2;
    return other.kind === kind ? 0 : 1;
  };
  return [0, 1, 2].map((group) => others.filter((other) => nearness(other) === group));
}
