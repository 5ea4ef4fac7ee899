import type { GraphQLFieldResolver } from 'graphql';
import type { NeedsDataset } from '../dataset/dataset.graph.js';
import { badInput } from '../shared/errors.js';
import { nearest } from '../shared/nearest.js';
import type { Node } from '../shared/node.js';

const MOST_REPRESENTATIONS = 500;

/**
 * `_entities`: records by type and id, in the order asked for; null for an id that is none of that type. Our own,
 * because the library's writes `__typename` into the records it gives, and ours are frozen.
 */
export function entitiesOf(keyed: ReadonlySet<string>): GraphQLFieldResolver<unknown, NeedsDataset> {
  return (_source, { representations }: { representations: readonly unknown[] }, { release }) => {
    if (representations.length > MOST_REPRESENTATIONS) {
      throw badInput(
        `representations holds ${representations.length}, but at most ${MOST_REPRESENTATIONS} are answered at once. Ask in several calls.`,
        { argument: 'representations', value: representations.length },
      );
    }
    return representations.map((representation, index): Node | null => {
      const { type, id } = readRepresentation(representation, `representations[${index}]`, keyed);
      const node = release.node(id);
      return node?.constructor.name === type ? node : null;
    });
  };
}

function readRepresentation(
  value: unknown,
  argument: string,
  keyed: ReadonlySet<string>,
): { type: string; id: string } {
  const { __typename: type, id } = (typeof value === 'object' && value !== null ? value : {}) as {
    __typename?: unknown;
    id?: unknown;
  };
  if (typeof type !== 'string' || !keyed.has(type)) {
    const suggestions = typeof type === 'string' ? nearest(type, keyed) : [];
    const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
    throw badInput(`${argument}: __typename names no entity of this subgraph.${hint}`, {
      argument,
      suggestions,
    });
  }
  if (typeof id !== 'string') {
    throw badInput(`${argument}: ${type} is found by its id, a string.`, { argument });
  }
  return { type, id };
}
