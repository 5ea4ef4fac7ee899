import type { EntityManager } from 'typeorm';
import { exactly } from './search-document.js';
import { Synonyms } from './synonyms.entity.js';

/** What reading a search needs of a release. */
export interface SearchGraph {
  /** Other expressions for one, found by `exactly` of it: those of the languages that it is used in. */
  synonymsOf(expression: string): readonly string[];
  /** Most words that an expression with synonyms has. */
  longestExpression: number;
}

export async function loadSearch(manager: EntityManager): Promise<SearchGraph> {
  const groups = await manager.find(Synonyms, { order: { position: 'ASC' } });
  const others = new Map<string, string[]>();
  for (const { expressions } of groups) {
    for (const one of expressions) {
      const known = others.get(exactly(one)) ?? [];
      others.set(exactly(one), [...new Set([...known, ...expressions.filter((other) => other !== one)])]);
    }
  }
  return {
    synonymsOf: (expression) => others.get(expression) ?? [],
    longestExpression: Math.max(0, ...[...others.keys()].map((key) => key.split('_').length)),
  };
}
