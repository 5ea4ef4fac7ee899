import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { scalarSchema, type JsonSchema } from './json-schema.js';

interface Collected {
  field: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
  /** Asked for only of some of the types that may stand there. */
  sometimes: boolean;
}

/** The JSON Schema of what an operation answers: its selections, with the descriptions of the schema. */
export function answerSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): JsonSchema {
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema answers no queries.');
  return new AnswerSchema(schema, document).object(query, [operation.selectionSet]);
}

class AnswerSchema {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
  ) {
    this.fragments = new Map(
      definitions.flatMap((one): [string, FragmentDefinitionNode][] =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
      ),
    );
  }

  object(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): JsonSchema {
    const fields = new Map<string, Collected>();
    for (const set of sets) this.collect(set, type, fields, false);
    return {
      type: 'object',
      properties: Object.fromEntries(
        [...fields].map(([key, { field, nodes }]) => [
          key,
          { ...this.value(field.type, nodes), ...(field.description && { description: field.description }) },
        ]),
      ),
      required: [...fields].filter(([, { sometimes }]) => !sometimes).map(([key]) => key),
      additionalProperties: false,
    };
  }

  private collect(
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    fields: Map<string, Collected>,
    sometimes: boolean,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        this.collectField(selection, type, fields, sometimes);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      if (!fragment) continue;
      const narrowed = this.compositeNamed(fragment.typeCondition?.name.value) ?? type;
      // Of an interface, what a fragment on one of its types asks for comes only with that type.
      const narrows = narrowed !== type && !isObjectType(type);
      this.collect(fragment.selectionSet, narrowed, fields, sometimes || narrows);
    }
  }

  private collectField(
    node: FieldNode,
    type: GraphQLCompositeType,
    fields: Map<string, Collected>,
    sometimes: boolean,
  ): void {
    const field =
      node.name.value === TypeNameMetaFieldDef.name
        ? TypeNameMetaFieldDef
        : 'getFields' in type
          ? type.getFields()[node.name.value]
          : undefined;
    if (!field) return;
    const key = node.alias?.value ?? node.name.value;
    const known = fields.get(key);
    if (known) {
      known.nodes.push(node);
      known.sometimes &&= sometimes;
    } else fields.set(key, { field, nodes: [node], sometimes });
  }

  private compositeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[]): JsonSchema {
    const schema = this.present(getNullableType(type), nodes);
    return isNonNullType(type) ? schema : orNull(schema);
  }

  private present(type: GraphQLOutputType, nodes: readonly FieldNode[]): JsonSchema {
    if (isListType(type)) return { type: 'array', items: this.value(type.ofType, nodes) };
    const named = getNamedType(type);
    if (isCompositeType(named)) {
      return this.object(
        named,
        nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      );
    }
    return isEnumType(named)
      ? { type: 'string', enum: named.getValues().map(({ name }) => name) }
      : scalarSchema(named.name);
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    type: [schema.type, 'null'].flat(),
    ...(schema.enum && { enum: [...schema.enum, null] }),
  };
}
