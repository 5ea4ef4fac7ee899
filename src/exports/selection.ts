import type { Mapping } from '../mappings/mapping.entity.js';
import { badInput } from '../shared/errors.js';
import type { Wish } from './wish.js';

/** The edges that a wish leaves. None is an error: an empty file would read as if nothing were covered. */
export function selectEdges(edges: readonly Mapping[], wish: Wish): Mapping[] {
  const selected = edges.filter((edge) => wish.hasMapping(edge));
  if (selected.length > 0) return selected;
  throw badInput('No judged edge is left by these filters together. Widen or leave out one of them.', {
    argument: 'filters',
  });
}
