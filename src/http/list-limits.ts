import { GraphQLError, visit, type DocumentNode } from 'graphql';
import { ERROR_CODES } from '../shared/errors.js';

/** Items of a list that a caller sends. Where a resolver has a smaller bound, its own words say so. */
export const LONGEST_LIST = 500;

/** How deep objects and lists may stand in each other in a variable; what the schema knows goes five deep. */
const DEEPEST_VALUE = 20;

/** Refuses a list that is too long, in a variable at any depth as in the document. */
export function refuseLongLists(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) refuseIn(`$${name}`, value, 1);
  visit(document, {
    ListValue({ values }) {
      if (values.length > LONGEST_LIST) throw tooLong('A list in the document', values.length);
    },
  });
}

/** Whether the variables hold no list that is too long; the document of a known operation has been looked at. */
export function isWithinListLimits(variables: Readonly<Record<string, unknown>>): boolean {
  return Object.values(variables).every((value) => isWithin(value, 1));
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST_VALUE || (Array.isArray(value) && value.length > LONGEST_LIST)) return false;
  return Object.values(value).every((inner) => isWithin(inner, depth + 1));
}

function refuseIn(path: string, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST_VALUE) throw tooDeep(path);
  if (Array.isArray(value) && value.length > LONGEST_LIST) throw tooLong(path, value.length);
  for (const [key, inner] of Object.entries(value)) refuseIn(`${path}.${key}`, inner, depth + 1);
}

function tooLong(where: string, items: number): GraphQLError {
  return refusal(
    `${where} holds ${items} items, but at most ${LONGEST_LIST} are read. Send them in several calls.`,
    where,
  );
}

function tooDeep(where: string): GraphQLError {
  const [variable = where] = where.split('.', 1);
  return refusal(
    `${variable} nests objects or lists more than ${DEEPEST_VALUE} deep. Nothing in the schema goes so deep.`,
    variable,
  );
}

function refusal(message: string, argument: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: ERROR_CODES.BAD_USER_INPUT, argument, http: { status: 400 } },
  });
}
