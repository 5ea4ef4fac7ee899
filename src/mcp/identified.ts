import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an assistant has to be able to cite: the release that answered. */
const RELEASE = selectionsOf('{ release: dataset { version releasedOn checksum licence } }');
const ID = selectionsOf('{ id }');
const SOURCES = selectionsOf('{ sources { source { id title url } locator } }');

/**
 * The operation with what makes its answer citable: the id of everything that has one, the sources of every judgement,
 * and the release. People read the example operations, so these leave out what only a machine needs.
 */
export function withIdentities(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node: SelectionSetNode) {
          const type = types.getParentType();
          if (!type) return undefined;
          if (type === schema.getQueryType()) return merge(node, RELEASE);
          const wanted = [
            ...(hasField(type, 'id') ? ID : []),
            ...(isListOfCitations(type) && !selects(node, 'sources') ? SOURCES : []),
          ];
          return merge(node, wanted);
        },
      },
    }),
  );
}

function selectionsOf(text: string): readonly SelectionNode[] {
  const [definition] = parse(text, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}

const hasField = (type: GraphQLNamedType, name: string) =>
  (isObjectType(type) || isInterfaceType(type)) && type.getFields()[name] !== undefined;

function isListOfCitations(type: GraphQLNamedType): boolean {
  const field = isObjectType(type) ? type.getFields().sources : undefined;
  return field !== undefined && getNamedType(field.type).name === 'Citation';
}

const selects = ({ selections }: SelectionSetNode, name: string) =>
  selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === name);

const merge = (node: SelectionSetNode, wanted: readonly SelectionNode[]): SelectionSetNode => ({
  ...node,
  selections: [
    ...wanted.filter(
      (one) => one.kind !== Kind.FIELD || one.alias !== undefined || !selects(node, one.name.value),
    ),
    ...node.selections,
  ],
});
