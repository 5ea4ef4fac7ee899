import { getIntrospectionQuery } from 'graphql';

/** A GraphQL request that means harm, and the code it is refused with; `null` if it is answered. */
export interface DocumentAttack {
  name: string;
  body: unknown;
  code: string | null;
}

const times = (count: number, make: (n: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, n) => make(n)).join(between);
const PARSE = 'GRAPHQL_PARSE_FAILED';
const VALIDATE = 'GRAPHQL_VALIDATION_FAILED';
const LARGE = 'QUERY_TOO_LARGE';
const INPUT = 'BAD_USER_INPUT';

const of = (name: string, query: string, code: string | null, variables?: unknown): DocumentAttack => ({
  name,
  body: { query, variables },
  code,
});
const nested = (levels: number) =>
  `{ provision(id: "provision/nis2/21") { ${'parent { '.repeat(levels)}id${' }'.repeat(levels)} } }`;
const aliased = (field: string, count = 30) => times(count, (n) => `a${n}: ${field}`);
const CLAUSE_REFERENCES = Array.from({ length: 500 }, (_, n) => `Ledelse af noget helt andet og mere ${n}`);

const BOMBS: DocumentAttack[] = [
  of('a field repeated 1,900 times', `{ dataset { ${'version '.repeat(1_900)} } }`, VALIDATE),
  of('an object field repeated 390 times', `{ ${'dataset { version } '.repeat(390)} }`, null),
  of('2,500 tokens of fields', `{ dataset { ${'version '.repeat(2_500)} } }`, PARSE),
  of('90 KB of tokens', `{ ${'a '.repeat(45_000)} }`, PARSE),
  of(
    'fragments in a circle',
    '{ dataset { ...A } } fragment A on Dataset { ...B } fragment B on Dataset { ...A }',
    VALIDATE,
  ),
  of('a fragment that spreads itself', '{ dataset { ...A } } fragment A on Dataset { ...A }', VALIDATE),
  of(
    'fragments that double 60 times',
    `${times(60, (n) => `fragment F${n} on Provision { a: parent { ...F${n + 1} } b: parent { ...F${n + 1} } }`)} fragment F60 on Provision { id } { provision(id: "x") { ...F0 } }`,
    LARGE,
  ),
  of(
    'fragments that double 150 times on one level',
    `${times(150, (n) => `fragment F${n} on Dataset { ...F${n + 1} ...F${n + 1} }`)} fragment F150 on Dataset { version } { dataset { ...F0 } }`,
    null,
  ),
  of(
    '250 fragments that nobody uses',
    `{ dataset { version } } ${times(250, (n) => `fragment F${n} on Dataset { version }`)}`,
    VALIDATE,
  ),
  of(
    'inline fragments 400 deep',
    `{ dataset { ${'... { '.repeat(400)} version ${'} '.repeat(400)} } }`,
    null,
  ),
  of('fields 20 deep', nested(20), LARGE),
  of('fields 600 deep', nested(600), LARGE),
  of('fields 6,000 deep', nested(6_000), PARSE),
  of('31 aliases', `{ ${aliased('dataset { version }', 31)} }`, LARGE),
  of('300 aliases', `{ ${aliased('dataset { version }', 300)} }`, LARGE),
  of(
    'aliases hidden in a fragment',
    `{ dataset { ...A } } fragment A on Dataset { ${aliased('version', 200)} }`,
    LARGE,
  ),
  of(
    'one answer under many names that disagree',
    `{ ${times(120, (n) => `a: node(id: "${n}") { id }`)} }`,
    VALIDATE,
  ),
  of('a directive 280 times', `{ dataset { version ${'@include(if: true) '.repeat(280)} } }`, VALIDATE),
  of('unknown directives', `{ dataset { version ${times(600, (n) => `@d${n}`)} } }`, VALIDATE),
  of('a directive on every field', `{ dataset { ${'version @skip(if: false) '.repeat(200)} } }`, null),
  of('800 unknown fields', `{ ${times(800, (n) => `field${n}`)} }`, VALIDATE),
  of('200 unknown arguments', `{ dataset(${times(200, (n) => `x${n}: 1`)}) { version } }`, VALIDATE),
  of(
    '400 variables that nobody uses',
    `query (${times(400, (n) => `$v${n}: Int`)}) { dataset { version } }`,
    VALIDATE,
  ),
  of(
    '390 operations',
    times(390, (n) => `query q${n} { __typename }`),
    'OPERATION_RESOLUTION_FAILURE',
  ),
  of('a name of 90 KB', `{ ${'a'.repeat(90_000)} }`, VALIDATE),
  of('a comment of 90 KB', `{ dataset { version } } #${'x'.repeat(90_000)}`, null),
  of('90 KB of commas', `{ dataset { version } ${','.repeat(90_000)} }`, null),
  of('90 KB of braces', '{'.repeat(90_000), PARSE),
  of('90 KB of brackets', `{ node(id: ${'['.repeat(90_000)}`, PARSE),
  of('a list 900 deep', `{ nodes(ids: ${'['.repeat(900)}"x"${']'.repeat(900)}) { id } }`, VALIDATE),
  of(
    'an object 400 deep',
    `{ obligations(filter: ${'{a: '.repeat(400)}1${'}'.repeat(400)}) { totalCount } }`,
    VALIDATE,
  ),
  of('a string that never ends', '{ node(id: "', PARSE),
  of('a block string of 60 KB in 30,000 lines', `{ node(id: """${'x\n'.repeat(30_000)}""") { id } }`, null),
  of('an id of 90 KB', `{ node(id: "${'x'.repeat(90_000)}") { id } }`, null),
  of('a search for 90 KB', `{ search(text: "${'x '.repeat(45_000)}") { totalCount } }`, INPUT),
  of('a number of 90,000 digits', `{ obligations(first: ${'9'.repeat(90_000)}) { totalCount } }`, VALIDATE),
  of('a number beyond every float', '{ obligations(first: 1e9999) { totalCount } }', VALIDATE),
  of('a page of a billion', '{ obligations(first: 1000000000) { totalCount } }', INPUT),
  of('a page of -1', '{ obligations(first: -1) { totalCount } }', INPUT),
  of('a page of -2147483648 from the end', '{ obligations(last: -2147483648) { totalCount } }', INPUT),
  of('a page of 101', '{ obligations(first: 101) { totalCount } }', INPUT),
  of('both ends of a list', '{ obligations(first: 1, last: 1) { totalCount } }', INPUT),
  of(
    'explicit nulls for everything',
    '{ obligations(first: null, after: null, last: null, before: null, filter: null) { totalCount } }',
    null,
  ),
  of('a null for what must be', '{ node(id: null) { id } }', VALIDATE),
  of('a list of 600 ids in the document', `{ nodes(ids: [${'"x" '.repeat(600)}]) { id } }`, INPUT),
  of('a list of 20,000 ids in a variable', 'query ($i: [ID!]!) { nodes(ids: $i) { id } }', INPUT, {
    i: Array(20_000).fill('x'),
  }),
  {
    name: 'a variable nested 20,000 deep',
    body: `{"query":"query ($i: [ID!]!) { nodes(ids: $i) { id } }","variables":{"i":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
    code: INPUT,
  },
  {
    name: 'a variable that nobody asked for, nested 5,000 deep',
    body: `{"query":"{ __typename }","variables":{"x":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}}`,
    code: INPUT,
  },
  of(
    '5,000 variables that nobody asked for',
    '{ dataset { version } }',
    null,
    Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`v${n}`, n])),
  ),
  of('a subscription', 'subscription { dataset { version } }', VALIDATE),
  of('a mutation', 'mutation { dataset { version } }', VALIDATE),
  of('a schema instead of a query', 'type Query { a: Int }', VALIDATE),
  of('@defer', '{ dataset { ... @defer { version } } }', VALIDATE),
  of('introspection in the usual depth', getIntrospectionQuery(), null),
  of(
    'introspection without end',
    `{ __schema { types { ${'fields { type { ofType { fields { name } } } } '.repeat(1)} ${'fields { type { fields { type { fields { type { fields { name } } } } } } }'} } } }`,
    VALIDATE,
  ),
];

const SLOW: DocumentAttack[] = [
  of(
    '30 searches for a common beginning',
    `{ ${times(30, (n) => `a${n}: search(text: "se ${String.fromCharCode(97 + (n % 26))}e", first: 100) { nodes { excerpt } }`)} }`,
    null,
  ),
  of(
    '500 references that mean nothing',
    'query ($r: [String!]!) { resolve(references: $r) { suggestions { id } } }',
    null,
    { r: CLAUSE_REFERENCES },
  ),
  of(
    '500 references under 30 names',
    `query ($r: [String!]!) { ${aliased('resolve(references: $r) { reference }')} }`,
    LARGE,
    { r: CLAUSE_REFERENCES },
  ),
  of(
    'a gap analysis of 500 clauses under 30 names',
    `query ($i: GapAnalysisInput!) { ${aliased('gapAnalysis(input: $i) { unknown { reference } }')} }`,
    LARGE,
    { i: { implemented: CLAUSE_REFERENCES.map((reference) => ({ reference, status: 'IMPLEMENTED' })) } },
  ),
  of(
    'a gap analysis of 500 clauses that mean nothing',
    'query ($i: GapAnalysisInput!) { gapAnalysis(input: $i) { unknown { reference } } }',
    null,
    { i: { implemented: CLAUSE_REFERENCES.map((reference) => ({ reference, status: 'IMPLEMENTED' })) } },
  ),
  of('30 comparisons of releases', `{ ${aliased('datasetDiff(from: "0.1.0") { counts { added } }')} }`, null),
  of(
    'all names of entity types of all obligations, 30 times',
    `{ obligations(first: 100) { nodes { entityTypes { ${aliased('name')} } } } }`,
    LARGE,
  ),
  of(
    'the same reason of 9,500 edges, 30 times',
    `{ mappings(first: 100) { nodes { obligation { mappings(first: 94) { nodes { ${aliased('rationale(language: DA)')} } } } } } }`,
    LARGE,
  ),
  of(
    'coverage of coverage of coverage',
    'query ($s: [ID!]!) { coverage(standards: $s) { obligations { mappings { obligation { coverage(standards: $s) { mappings { obligation { coverage(standards: $s) { mappings { id } } } } } } } } } }',
    LARGE,
    { s: ['standard/iso27001-2022', 'standard/iso27002-2022'] },
  ),
  of(
    'authorities of entity types of obligations of edges',
    'query ($s: [ID!]!) { coverage(standards: $s) { obligations { mappings { obligation { entityTypes { authorities(country: "DK") { id } } } } } } }',
    LARGE,
    { s: ['standard/iso27001-2022', 'standard/iso27002-2022'] },
  ),
  of(
    'errors in a list that come at once and later',
    '{ search(text: "se", first: 100) { nodes { node { ... on EntityType { authorities(country: "XX") { id } } ... on Obligation { coverage(standards: ["x"]) { level } } ... on Clause { mappings(first: -1) { totalCount } } } } } }',
    INPUT,
  ),
  of(
    'smallest covers under 30 names',
    `{ ${aliased('smallestCover(standards: ["standard/iso27001-2022", "standard/iso27002-2022"]) { optimal }')} }`,
    null,
  ),
];

export const DOCUMENT_ATTACKS: readonly DocumentAttack[] = [...BOMBS, ...SLOW];
