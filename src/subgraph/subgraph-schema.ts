import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  isAbstractType,
  Kind,
  parse,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createResolversMap } from 'type-graphql';
import { Node, typeNameOf } from '../shared/node.js';
import { entitiesOf } from './entities.js';

const LINK = parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])', {
  noLocation: true,
});
const KEY: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'key' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'fields' },
      value: { kind: Kind.STRING, value: 'id' },
    },
  ],
};

/**
 * The public schema as a subgraph of Apollo Federation 2: everything with an id is an entity by that id, so that a
 * supergraph can join a platform's own controls to our clauses.
 */
export function createSubgraphSchema(schema: GraphQLSchema): GraphQLSchema {
  const subgraph = buildSubgraphSchema({
    typeDefs: withKeys(schema),
    // type-graphql types its map by hand, looser than graphql-tools does.
    resolvers: createResolversMap(schema) as never,
  });
  const query = subgraph.getQueryType();
  if (query) {
    copyMarks(schema.getQueryType(), query);
    const entities = query.getFields()._entities;
    if (entities) entities.resolve = entitiesOf(keyedTypes(schema));
  }
  for (const type of Object.values(subgraph.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = typeNameOf;
  return subgraph;
}

function keyedTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const node = schema.getType(Node.name);
  if (!node || !isAbstractType(node)) throw new Error('The schema has no Node.');
  return new Set(schema.getPossibleTypes(node).map(({ name }) => name));
}

function withKeys(schema: GraphQLSchema): DocumentNode {
  const keyed = keyedTypes(schema);
  const definitions = visit(parse(printSchema(schema), { noLocation: true }), {
    ObjectTypeDefinition: (node) =>
      keyed.has(node.name.value) ? { ...node, directives: [...(node.directives ?? []), KEY] } : undefined,
  });
  return { ...definitions, definitions: [...LINK.definitions, ...definitions.definitions] };
}

/** What type-graphql's `@Extensions` says of a query, such as that its answer is about the caller, is not in SDL. */
function copyMarks(from: GraphQLObjectType | null | undefined, to: GraphQLObjectType): void {
  for (const [name, field] of Object.entries(from?.getFields() ?? {})) {
    const copy = to.getFields()[name];
    if (copy) copy.extensions = { ...copy.extensions, ...field.extensions };
  }
}
