import {
  extendSchema,
  isAbstractType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from 'graphql';
import { Node } from '../shared/node.js';
import { entitiesOf } from './entities.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
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
 * supergraph can join a platform's own controls to our clauses. What the specification asks of a subgraph is added
 * here: the library that does so brings parts under a licence that is not open.
 */
export function createSubgraphSchema(schema: GraphQLSchema): GraphQLSchema {
  const keyed = keyedTypes(schema);
  const subgraph = extendSchema(
    schema,
    parse(`
      """What names an entity: \`__typename\` and \`id\`."""
      scalar _Any

      """Anything with an id."""
      union _Entity = ${[...keyed].join(' | ')}

      """What a supergraph is composed from."""
      type _Service {
        """The schema with its keys."""
        sdl: String!
      }

      extend type Query {
        """Records by type and id, in the order asked for; null for an id that is none of that type."""
        _entities(representations: [_Any!]!): [_Entity]!

        """The schema of this subgraph."""
        _service: _Service!
      }
    `),
  );
  const { _entities: entities, _service: service } = subgraph.getQueryType()?.getFields() ?? {};
  const union = subgraph.getType('_Entity');
  const node = schema.getType(Node.name);
  if (!entities || !service || !isAbstractType(union) || !isAbstractType(node))
    throw new Error('The schema cannot be a subgraph: it has no Query or no Node.');
  union.resolveType = node.resolveType;
  entities.resolve = entitiesOf(keyed);
  const sdl = printSubgraph(schema);
  service.resolve = () => ({ sdl });
  return subgraph;
}

/** The schema with its keys, as it is committed and composed: without what every subgraph has besides. */
export function printSubgraph(schema: GraphQLSchema): string {
  const keyed = keyedTypes(schema);
  const document = visit(parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true }), {
    ObjectTypeDefinition: (node) =>
      keyed.has(node.name.value) ? { ...node, directives: [...(node.directives ?? []), KEY] } : undefined,
  });
  return `${LINK}\n\n${print(document)}\n`;
}

function keyedTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const node = schema.getType(Node.name);
  if (!node || !isAbstractType(node)) throw new Error('The schema has no Node.');
  return new Set(schema.getPossibleTypes(node).map(({ name }) => name));
}
