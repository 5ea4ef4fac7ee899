import type { DocumentAttack } from './document-attacks.js';

const PARSE = 'GRAPHQL_PARSE_FAILED';
const VALIDATE = 'GRAPHQL_VALIDATION_FAILED';
const INPUT = 'BAD_USER_INPUT';
const REQUEST = 'BAD_REQUEST';

/** JSON bodies that are no request, or hold what a careless reader trips over. */
export const BODY_ATTACKS: readonly DocumentAttack[] = [
  { name: 'no query', body: {}, code: REQUEST },
  { name: 'an empty query', body: { query: '' }, code: REQUEST },
  { name: 'a query of spaces', body: { query: '   ' }, code: PARSE },
  { name: 'a query that is a number', body: { query: 1 }, code: REQUEST },
  { name: 'a query that is a list', body: { query: ['{ dataset { version } }'] }, code: REQUEST },
  {
    name: 'a query that is a parsed document',
    body: { query: { kind: 'Document', definitions: [] } },
    code: REQUEST,
  },
  { name: 'variables that are a string', body: { query: '{ __typename }', variables: '{}' }, code: REQUEST },
  { name: 'variables that are a list', body: { query: '{ __typename }', variables: [1] }, code: REQUEST },
  {
    name: 'an operation name that is an object',
    body: { query: '{ __typename }', operationName: {} },
    code: REQUEST,
  },
  {
    name: 'an operation name that is nobody',
    body: { query: '{ __typename }', operationName: '__proto__' },
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  { name: 'extensions that are a list', body: { query: '{ __typename }', extensions: [] }, code: REQUEST },
  { name: 'an array of requests', body: Array(1_000).fill({ query: '{ __typename }' }), code: REQUEST },
  { name: 'an empty array', body: [], code: REQUEST },
  { name: 'a number as the body', body: '1', code: REQUEST },
  { name: 'null as the body', body: 'null', code: REQUEST },
  { name: 'true as the body', body: 'true', code: REQUEST },
  { name: 'a string as the body', body: '"{ __typename }"', code: REQUEST },
  { name: 'JSON that is cut', body: '{"query":"{ __ty', code: REQUEST },
  { name: 'JSON with a comma too many', body: '{"query":"{ __typename }",}', code: REQUEST },
  { name: 'JSON nested 45,000 deep', body: '['.repeat(45_000) + ']'.repeat(45_000), code: REQUEST },
  { name: 'JSON with a NUL in it', body: '{"query":"{ __typename }\0"}', code: REQUEST },
  { name: 'a NUL in the document', body: { query: '{ node(id: "\0") { id } }' }, code: null },
  {
    name: 'a lone surrogate in the document',
    body: '{"query":"{ node(id: \\"\\ud800\\") { id } }"}',
    code: PARSE,
  },
  {
    name: 'a lone surrogate written as an escape in a string',
    body: { query: '{ node(id: "\\ud800") { id } }' },
    code: PARSE,
  },
  { name: 'a lone surrogate as a field', body: '{"query":"{ \\ud800 }"}', code: PARSE },
  { name: 'a byte order mark in the document', body: { query: '\uFEFF{ __typename }' }, code: null },
  {
    name: 'the key __proto__ in the body',
    body: '{"__proto__":{"query":"{ __typename }"},"query":"{ __typename }"}',
    code: null,
  },
  {
    name: 'only the key __proto__ in the body',
    body: '{"__proto__":{"query":"{ __typename }"}}',
    code: REQUEST,
  },
  {
    name: 'the key __proto__ in the variables',
    body: '{"query":"query ($i: ID!) { node(id: $i) { id } }","variables":{"__proto__":{"i":"x"}}}',
    code: INPUT,
  },
  {
    name: 'the key constructor in the variables',
    body: '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"x":1}},"hasOwnProperty":1,"toString":1}}',
    code: null,
  },
  {
    name: 'the key __proto__ in an input object',
    body: '{"query":"query ($f: ObligationFilter) { obligations(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"measures":["x"]}}}}',
    code: INPUT,
  },
  {
    name: 'the key __proto__ in the extensions',
    body: '{"query":"{ __typename }","extensions":{"__proto__":{"persistedQuery":{"version":1}}}}',
    code: null,
  },
  { name: 'a field named __proto__', body: { query: '{ __proto__ }' }, code: VALIDATE },
  { name: 'a field named constructor', body: { query: '{ constructor { name } }' }, code: VALIDATE },
  {
    name: 'an alias named __proto__',
    body: { query: '{ __proto__: __typename hasOwnProperty: __typename }' },
    code: null,
  },
  {
    name: 'a type named constructor',
    body: { query: '{ node(id: "x") { ... on constructor { id } } }' },
    code: VALIDATE,
  },
  {
    name: 'a hash that fits nothing',
    body: {
      query: '{ __typename }',
      extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
    },
    code: 'PERSISTED_QUERY_HASH_MISMATCH',
  },
  {
    name: 'a hash that nobody knows',
    body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    code: 'PERSISTED_QUERY_NOT_FOUND',
  },
  {
    name: 'a hash of another version',
    body: { extensions: { persistedQuery: { version: 2, sha256Hash: 'a'.repeat(64) } } },
    code: REQUEST,
  },
  {
    name: 'a hash that is an object with a broken toString',
    body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"toString":1}}}}',
    code: REQUEST,
  },
  {
    name: 'a hash named __proto__',
    body: { extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } },
    code: REQUEST,
  },
  { name: 'a hash that is a list', body: { extensions: { persistedQuery: [] } }, code: REQUEST },
  {
    name: 'a hash of 90 KB',
    body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(90_000) } } },
    code: REQUEST,
  },
];
