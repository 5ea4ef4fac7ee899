import type { Seeds } from '../seed-files.js';

export function synonymRows(seeds: Seeds): object[] {
  return seeds
    .of('synonyms')
    .flatMap(({ content }) => content.synonyms.flatMap(({ en, da }) => [en, da]))
    .filter((expressions) => expressions !== undefined)
    .map((expressions) => ({ expressions }));
}
