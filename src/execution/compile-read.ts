import {
  getNamedType,
  isEnumType,
  isListType,
  Kind,
  visit,
  BREAK,
  type ASTNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNullableType,
} from 'graphql';
import { Unusual, type Arguments, type FieldPlace, type Run, type Slot } from './run.js';

/** Reads a field of an object, as graphql-js would. */
export type Read = (source: unknown, run: Run) => unknown;

export interface FieldToRead {
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  slot: Slot;
}

export interface Reading {
  read: Read;
  /** The arguments as text; null if they are too many different ones for anything to be kept by them. */
  argumentsIn: ((run: Run) => string) | null;
}

type Method = (args: Arguments, context: unknown, info: unknown) => unknown;

const NO_ARGUMENTS: Arguments = Object.freeze({});

export function compileRead({ parent, field, nodes, slot }: FieldToRead): Reading {
  const [node] = nodes;
  if (!node) throw new Unusual('A field that nobody asked for.');
  const { name: fieldName, resolve } = field;
  const takesNone = field.args.length === 0;
  const at: FieldPlace = {
    fieldName,
    fieldNodes: nodes,
    returnType: field.type,
    parentType: parent,
    path: { prev: undefined, key: fieldName, typename: parent.name },
  };
  const argumentsOf = (run: Run) => (takesNone ? NO_ARGUMENTS : run.argumentsAt(slot, field, node));
  const read: Read = resolve
    ? (source, run) => resolve(source, argumentsOf(run), run.context, run.infoAt(slot, at))
    : (source, run) => {
        const value = (source as Record<string, unknown>)[fieldName];
        if (typeof value !== 'function') return value;
        return (source as Record<string, Method>)[fieldName]?.(
          argumentsOf(run),
          run.context,
          run.infoAt(slot, at),
        );
      };
  const isFew = field.args.every((argument) => isWritten(node, argument.name) || hasFewValues(argument.type));
  const argumentsIn = takesNone ? () => '' : (run: Run) => JSON.stringify(argumentsOf(run));
  return { read, argumentsIn: isFew ? argumentsIn : null };
}

/** Whether an argument stands in the document as it is, or not at all. */
function isWritten({ arguments: given = [] }: FieldNode, name: string): boolean {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value === undefined || !hasVariable(value);
}

function hasVariable(value: ASTNode): boolean {
  let found = false;
  visit(value, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

function hasFewValues(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return !isListType(getNullableType(type)) && (isEnumType(named) || named.name === 'Boolean');
}
