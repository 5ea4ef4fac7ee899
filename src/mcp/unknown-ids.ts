import {
  getNullableType,
  GraphQLID,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { inputTypeOf } from './argument-schema.js';
import type { Knowledge } from './knowledge.js';

/** As many as `nodes` answers at once. */
const AT_ONCE = 100;

/**
 * Says of each id among the arguments that names nothing what the nearest is. The API answers a look-up by an unknown
 * id with null, which a program can tell from an empty answer; an assistant has to be told.
 */
export async function unknownIds(given: readonly string[], knowledge: Knowledge): Promise<string[]> {
  const ids = [...new Set(given)];
  const told: string[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const batch = ids.slice(start, start + AT_ONCE);
    const { data } = await knowledge.execute(KNOWN, { ids: batch });
    const nodes = (data?.nodes ?? []) as (object | null)[];
    const missing = batch.filter((_, index) => nodes[index] === null);
    if (missing.length > 0) told.push(...(await withSuggestions(missing, knowledge)));
  }
  return told;
}

const KNOWN = 'query Known($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const MEANT = `query Meant($references: [String!]!) {
  resolve(references: $references) {
    node { id ... on Provision { obligations { id measure { id } } } }
    suggestions { id }
  }
}`;

interface Meant {
  node: { id: string; obligations?: { id: string; measure: { id: string } | null }[] } | null;
  suggestions: { id: string }[];
}

/** Either the id has a slip, or a reference as people write them stands in its place. */
async function withSuggestions(ids: string[], { execute, nearestIds }: Knowledge): Promise<string[]> {
  const { data } = await execute(MEANT, { references: ids });
  const meant = (data?.resolve ?? []) as Meant[];
  return ids.map((id, index) => {
    const { node, suggestions = [] } = meant[index] ?? {};
    const duties = node?.obligations ?? [];
    const measures = duties.flatMap(({ measure }) => measure ?? []);
    const asReference = [...(node ? [node] : []), ...duties, ...measures, ...suggestions];
    const near = [...new Set([...nearestIds(id), ...asReference.map((one) => one.id)])];
    return `There is no ${JSON.stringify(id)}.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`;
  });
}

/** Finds the ids among the variables of an operation: whatever stands where the schema asks for an ID. */
export function idsAmong(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (variables: Readonly<Record<string, unknown>>) => string[] {
  const types = variableDefinitions.map(
    ({ variable, type }) => [variable.name.value, inputTypeOf(schema, type)] as const,
  );
  return (variables) => types.flatMap(([name, type]) => idsIn(variables[name], type));
}

function idsIn(value: unknown, given: GraphQLInputType): string[] {
  const type = getNullableType(given);
  if (isListType(type)) {
    const items = Array.isArray(value) ? value : [value];
    return items.flatMap((item: unknown) => idsIn(item, type.ofType));
  }
  if (isInputObjectType(type)) {
    const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return fields.flatMap(([name, inner]) => {
      const field = type.getFields()[name];
      return field ? idsIn(inner, field.type) : [];
    });
  }
  return type === GraphQLID && typeof value === 'string' ? [value] : [];
}
