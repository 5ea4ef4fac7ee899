import { isEnumType, type GraphQLEnumType, type GraphQLLeafType } from 'graphql';
import { NULL, quote, toJsonText, type JsonText } from './json-text.js';
import { refuseUnusual } from './promises.js';
import { Unusual } from './run.js';

/** Writes a scalar or the name of an enum's value, as its type serialises it. */
export function compileLeaf(type: GraphQLLeafType): (value: unknown) => JsonText {
  return isEnumType(type) ? compileEnum(type) : compileScalar(type);
}

function compileEnum(type: GraphQLEnumType): (value: unknown) => JsonText {
  const texts = new Map<unknown, JsonText>(type.getValues().map(({ name, value }) => [value, quote(name)]));
  return (value) => {
    if (value === null || value === undefined) return NULL;
    const text = texts.get(value);
    if (text === undefined) throw new Unusual(`${type.name} has no such value.`);
    return text;
  };
}

function compileScalar(type: Exclude<GraphQLLeafType, GraphQLEnumType>): (value: unknown) => JsonText {
  return (value) => {
    if (value === null || value === undefined) return NULL;
    if (typeof value === 'object') refuseUnusual(value);
    const serialized: unknown = type.serialize(value);
    if (typeof serialized === 'string') return quote(serialized);
    if (serialized === null || serialized === undefined) throw new Unusual(`${type.name} became nothing.`);
    return toJsonText(JSON.stringify(serialized));
  };
}
