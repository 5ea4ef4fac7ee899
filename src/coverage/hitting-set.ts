/** A smallest hitting set, and whether it is proven to be one. */
export interface HittingSet {
  chosen: number[];
  optimal: boolean;
}

/** Steps after which the search gives up proving and answers with the best set it has. */
const MOST_STEPS = 200_000;

/**
 * A smallest set of elements that meets every one of `sets`, none of which may be empty. Exact branch and bound:
 * first what is forced or dominated is taken out (which on real data leaves little), then the smallest set left is
 * branched on. The bound is a packing of disjoint sets, each of which needs an element of its own.
 * Deterministic: ties go to the lower element.
 */
export function smallestHittingSet(sets: readonly ReadonlySet<number>[]): HittingSet {
  const forced: number[] = [];
  const core = reduce(
    sets.map((set) => new Set(set)),
    forced,
  );
  const search = { best: greedy(core), steps: 0 };
  branch(core, [], search);
  const chosen = irredundant([...forced, ...search.best], sets).sort((a, b) => a - b);
  return { chosen, optimal: search.steps < MOST_STEPS };
}

/** Takes out elements that another one can always stand in for, sets that contain another, and forced elements. */
function reduce(sets: Set<number>[], forced: number[]): Set<number>[] {
  let left = sets;
  for (;;) {
    const smaller = withoutSupersets(left);
    const changed = dropDominated(smaller);
    const single = smaller.find((set) => set.size === 1);
    if (single) {
      const [element] = single;
      if (element === undefined) return smaller;
      forced.push(element);
      left = smaller.filter((set) => !set.has(element));
      continue;
    }
    if (!changed && smaller.length === left.length) return smaller;
    left = smaller;
  }
}

/** Whoever meets a set meets every set around it. */
function withoutSupersets(sets: Set<number>[]): Set<number>[] {
  const bySize = [...sets].sort((a, b) => a.size - b.size);
  const kept: Set<number>[] = [];
  for (const set of bySize) if (!kept.some((smaller) => isSubset(smaller, set))) kept.push(set);
  return kept;
}

/** An element that meets no set that another element does not meet as well is not needed. */
function dropDominated(sets: Set<number>[]): boolean {
  const meets = new Map<number, Set<number>>();
  sets.forEach((set, index) => {
    for (const element of set) meets.set(element, (meets.get(element) ?? new Set()).add(index));
  });
  const elements = [...meets].sort(([a], [b]) => a - b);
  let changed = false;
  for (const [element, own] of elements) {
    const better = elements.some(
      ([other, others]) =>
        other !== element &&
        meets.has(other) &&
        isSubset(own, others) &&
        (others.size > own.size || other < element),
    );
    if (!better) continue;
    for (const index of own) sets[index]?.delete(element);
    meets.delete(element);
    changed = true;
  }
  return changed;
}

function isSubset(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size > b.size) return false;
  for (const element of a) if (!b.has(element)) return false;
  return true;
}

function greedy(sets: readonly Set<number>[]): number[] {
  const chosen: number[] = [];
  let left = [...sets];
  while (left.length > 0) {
    const counts = new Map<number, number>();
    for (const set of left) for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1);
    const [best] = [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [];
    if (best === undefined) break;
    chosen.push(best);
    left = left.filter((set) => !set.has(best));
  }
  return chosen;
}

function branch(
  sets: readonly Set<number>[],
  chosen: number[],
  search: { best: number[]; steps: number },
): void {
  if (search.steps >= MOST_STEPS) return;
  search.steps += 1;
  if (sets.length === 0) {
    if (chosen.length < search.best.length) search.best = chosen;
    return;
  }
  if (chosen.length + packing(sets) >= search.best.length) return;
  const smallest = sets.reduce((a, b) => (b.size < a.size ? b : a));
  const tried = new Set<number>();
  const reach = (element: number) => sets.filter((set) => set.has(element)).length;
  for (const element of [...smallest].sort((a, b) => reach(b) - reach(a) || a - b)) {
    // What was tried before need not come again: leaving it out narrows every set that holds it.
    const left = sets
      .filter((set) => !set.has(element))
      .map((set) => (tried.size > 0 ? new Set([...set].filter((one) => !tried.has(one))) : set));
    if (left.every((set) => set.size > 0)) branch(left, [...chosen, element], search);
    tried.add(element);
  }
}

/** How many sets can be found that share nothing: each needs an element of its own. */
function packing(sets: readonly Set<number>[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    if ([...set].some((element) => used.has(element))) continue;
    for (const element of set) used.add(element);
    count += 1;
  }
  return count;
}

/** Without any element that the others make needless. */
function irredundant(chosen: readonly number[], sets: readonly ReadonlySet<number>[]): number[] {
  let kept = [...chosen];
  for (const element of chosen) {
    const rest = kept.filter((one) => one !== element);
    if (sets.every((set) => rest.some((one) => set.has(one)))) kept = rest;
  }
  return kept;
}
