import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isRequiredInputField,
  Kind,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { scalarSchema, type JsonSchema } from './json-schema.js';

/** The JSON Schema of an operation's variables, with those of its example as examples. */
export function argumentSchema(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  example: Readonly<Record<string, unknown>>,
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const { variable, type, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    properties[name] = {
      ...inputSchema(inputTypeOf(schema, type)),
      ...(example[name] !== undefined && { examples: [example[name]] }),
    };
    if (type.kind === Kind.NON_NULL_TYPE && !defaultValue) required.push(name);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

export function inputTypeOf(schema: GraphQLSchema, node: TypeNode): GraphQLInputType {
  // The overloads of typeFromAST take one kind of node each.
  const type =
    node.kind === Kind.NAMED_TYPE
      ? typeFromAST(schema, node)
      : node.kind === Kind.LIST_TYPE
        ? typeFromAST(schema, node)
        : typeFromAST(schema, node);
  if (!isInputType(type)) throw new Error('A variable has a type that the schema does not take.');
  return type;
}

function inputSchema(given: GraphQLInputType): JsonSchema {
  const type = getNullableType(given);
  if (isListType(type)) return { type: 'array', items: inputSchema(type.ofType) };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (!isInputObjectType(type)) return scalarSchema(type.name);
  const fields = Object.values(type.getFields());
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [
        field.name,
        { ...inputSchema(field.type), ...(field.description && { description: field.description }) },
      ]),
    ),
    required: fields.filter(isRequiredInputField).map(({ name }) => name),
    additionalProperties: false,
  };
}
