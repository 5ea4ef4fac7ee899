import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql';
import { toGlobalId } from 'graphql-relay';
import { PATHS } from '../../src/paths.js';
import { codesIn, post, useTarget, withNeighbour } from './target.js';

const schema = buildSchema(readFileSync(PATHS.sdl, 'utf8'));

/** What is written into every text: each is the grammar of something that might read it. */
const PAYLOADS: readonly string[] = [
  `' OR '1'='1`,
  `x'; DROP TABLE dataset; --`,
  '" NEAR/2 * OR NOT ^ {names} : (',
  '%_%',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  '`id` $(id) | id ; id',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  'a\0b',
  '\ud800',
  '\u202e\u0000\uffff',
  '<script>alert(1)</script>',
  toGlobalId('cursor', 'obligation/nis2/21.1'),
  toGlobalId('cursor', '__proto__'),
  toGlobalId('sql', '1 OR 1=1'),
  'Y3Vyc29y',
  'obligation/nis2/21.1',
  'clause/iso27001-2022/A.5.19',
  '',
  ' ',
  '9'.repeat(400),
  'x'.repeat(90_000),
];

const TEXTS = new Set(['String', 'ID', 'Date', 'DateTime', 'Duration', 'URL']);

/** A text somewhere in the arguments of a query, and how a request puts a payload there. */
interface Place {
  name: string;
  request(payload: string): { query: string; variables: object };
}

/** Right values for what an argument beside the attacked one must have. */
function fill(argument: GraphQLArgument | GraphQLInputField): unknown {
  const type = getNamedType(argument.type);
  const one = isInputObjectType(type)
    ? Object.fromEntries(
        Object.values(type.getFields())
          .filter(isRequiredInputField)
          .map((field) => [field.name, fill(field)]),
      )
    : 'getValues' in type
      ? type.getValues()[0]?.name
      : ({ Int: 1, Boolean: true, DateTime: '2027-01-30T22:15:00Z' }[type.name] ?? 'standard/iso27001-2022');
  return isListType(getNullableType(argument.type)) ? [one] : one;
}

/** Every text in an argument, as the way to it and what makes a value of a payload. */
function textsIn(
  argument: GraphQLArgument | GraphQLInputField,
  seen: readonly string[] = [],
): { way: string; value: (payload: string) => unknown }[] {
  const type = getNamedType(argument.type);
  const wrap = (value: unknown) => (isListType(getNullableType(argument.type)) ? [value] : value);
  if (TEXTS.has(type.name)) return [{ way: argument.name, value: wrap }];
  if (!isInputObjectType(type) || seen.includes(type.name)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    textsIn(field, [...seen, type.name]).map(({ way, value }) => ({
      way: `${argument.name}.${way}`,
      value: (payload: string) =>
        wrap({ ...(fill({ ...argument, type }) as object), [field.name]: value(payload) }),
    })),
  );
}

const queries = Object.values(schema.getQueryType()?.getFields() ?? {});

const PLACES: readonly Place[] = queries.flatMap((field) =>
  field.args.flatMap((argument) =>
    textsIn(argument).map(({ way, value }) => ({
      name: `${field.name}(${way})`,
      request(payload: string) {
        const used = field.args.filter((one) => one === argument || isRequiredArgument(one));
        const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
        return {
          query: `query (${used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')}) { ${field.name}(${used.map(({ name }) => `${name}: $${name}`).join(', ')}) ${selection} }`,
          variables: Object.fromEntries(
            used.map((one) => [one.name, one === argument ? value(payload) : fill(one)]),
          ),
        };
      },
    })),
  ),
);

describe('what a stranger writes into', () => {
  const target = useTarget(undefined);

  test.each(PLACES.map((place) => [place.name, place] as const))('%s stays text', async (name, place) => {
    for (const payload of PAYLOADS) {
      const reply = await withNeighbour(target, name, () => post(target, place.request(payload)));
      const codes = new Set(codesIn(reply));
      codes.delete('BAD_USER_INPUT');
      expect([payload.slice(0, 40), ...codes]).toEqual([payload.slice(0, 40)]);
    }
  });

  const pages = queries.flatMap((field) =>
    field.args
      .filter(({ name }) => name === 'after' || name === 'before')
      .map((argument) => ({ field, argument })),
  );
  test.each(
    pages.map(({ field, argument }) => [`${field.name}(${argument.name})`, field, argument.name] as const),
  )('%s as a cursor that was never given is an error, never the first page', async (_, field, cursor) => {
    const others = field.args.filter(isRequiredArgument);
    const given = others.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const variables = Object.fromEntries(others.map((one) => [one.name, fill(one)]));
    for (const forged of PAYLOADS) {
      // A cursor of this very list is no forgery.
      if (field.name === 'obligations' && forged === PAYLOADS[13]) continue;
      const reply = await post(target, {
        query: `query ($cursor: String${given && `, ${given}`}) { ${field.name}(${cursor}: $cursor ${others.map(({ name }) => `${name}: $${name}`).join(' ')}) { totalCount } }`,
        variables: { ...variables, cursor: forged },
      });
      expect([forged.slice(0, 40), ...codesIn(reply)]).toEqual([forged.slice(0, 40), 'BAD_USER_INPUT']);
    }
  });
});
