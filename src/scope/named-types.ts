import type { EntityType } from '../sectors/entity-type.entity.js';
import type { SectorsGraph } from '../sectors/sectors.graph.js';
import { badInput } from '../shared/errors.js';
import { nearest } from '../shared/nearest.js';

const MOST_SUGGESTIONS = 3;
const SHORTEST_WORD = 3;

/** The entity types of these ids. An unknown one is an error with those meant by its id, its number or its name. */
export function namedTypes(
  ids: readonly string[],
  argument: string,
  { entityTypes }: SectorsGraph,
): EntityType[] {
  for (const id of ids) {
    if (entityTypes.get(id)) continue;
    const value = id.slice(0, 100);
    const suggestions = suggestionsFor(value, entityTypes.all);
    const hint = suggestions.length
      ? `Did you mean ${suggestions.join(' or ')}?`
      : 'The query sectors { entityTypes { id name } } lists them.';
    throw badInput(`${argument}: there is no ${JSON.stringify(value)}. ${hint}`, {
      argument,
      value,
      suggestions,
    });
  }
  return [...new Set(entityTypes.named(ids, argument))];
}

function suggestionsFor(written: string, types: readonly EntityType[]): string[] {
  const labels = new Map(
    types.flatMap(({ id, nameText: { en, da } }) =>
      [id, id.slice(id.lastIndexOf('/') + 1), en, ...(da ? [da] : [])].map((label) => [label, id] as const),
    ),
  );
  const word = written.trim().toLowerCase();
  // A sector or subsector stands for the types under it.
  const under = [...labels].filter(([label]) => word && label.toLowerCase().startsWith(`${word}.`));
  const containing = [...labels].filter(
    ([label]) => word.length >= SHORTEST_WORD && label.toLowerCase().includes(word),
  );
  const near = nearest(written, labels.keys()).map((label) => labels.get(label) ?? '');
  return [...new Set([...under.map(([, id]) => id), ...near, ...containing.map(([, id]) => id)])].slice(
    0,
    MOST_SUGGESTIONS,
  );
}
