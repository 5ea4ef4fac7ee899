import { badInput } from './errors.js';
import { nearest } from './nearest.js';
import type { Node } from './node.js';

/** Everything that stands in the release's order: `position` grows along every list that holds it. */
export interface Positioned extends Node {
  position: number;
}

/** All records of one type in the order of the release, found by id. Never changes once built. */
export class Catalogue<T extends Positioned> {
  readonly #byId: ReadonlyMap<string, T>;

  constructor(readonly all: readonly T[]) {
    this.#byId = new Map(all.map((record) => [record.id, record]));
  }

  get size(): number {
    return this.all.length;
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  /** For links inside a release, which the seed check has proven: a miss here is a bug, not bad input. */
  linked(id: string): T {
    const record = this.#byId.get(id);
    if (!record) throw new Error(`The release links to ${id}, which it does not hold.`);
    return record;
  }

  /** The records a caller named. An id that does not exist is an error with the nearest ids: never an empty answer. */
  named(ids: readonly string[], argument: string): T[] {
    return nonEmpty(ids, argument).map((id) => {
      const record = this.#byId.get(id);
      if (record) return record;
      const suggestions = nearest(id, this.#byId.keys());
      const hint = suggestions.length ? ` Did you mean ${suggestions.join(' or ')}?` : '';
      throw badInput(`${argument}: there is no ${JSON.stringify(id)}.${hint}`, {
        argument,
        value: id,
        suggestions,
      });
    });
  }
}

/** A list that narrows must name something: an empty one would select nothing and read as a gap. */
export function nonEmpty<T>(values: readonly T[], argument: string): readonly T[] {
  if (values.length > 0) return values;
  throw badInput(`${argument} is an empty list. Name at least one, or leave it out.`, {
    argument,
    value: [],
  });
}

/** Groups records under a key, keeping their order. */
export function groupBy<K, T>(records: Iterable<T>, keyOf: (record: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}
