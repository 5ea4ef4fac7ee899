import { beforeAll, describe, expect, test } from '@jest/globals';
import { execute, getOperationAST, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createContext } from '../../src/context.js';
import { KnownOperations, type Answered } from '../../src/execution/known-operations.js';
import { costOf } from '../../src/http/query-limits.js';
import { createPlainSchema, createSchema } from '../../src/schema.js';
import { useKobling } from '../support/kobling.js';
import { OPERATIONS } from '../support/operations.js';
import { createRandom, OperationWriter } from '../support/random-operations.js';

const kobling = useKobling();
/** `SEED=7 npm test -- test/execution` repeats what failed; the seed is in the test's name. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const HOW_MANY = 150;
/** Of what graphql-js answers without an error, how much at least must have been answered by compiled operations. */
const LEAST_COMPILED = 0.95;

let plain: GraphQLSchema;
let served: GraphQLSchema;
let known: KnownOperations<Answered>;

beforeAll(async () => {
  plain = await createPlainSchema();
  served = await createSchema();
  known = new KnownOperations<Answered>(served);
});

/** In its own time: on a busy machine a compiled operation would leave off, for others to have their turn. */
const context = () => {
  const made = createContext(kobling.release, kobling.database, 'test');
  made.pace.allow(60_000);
  return made;
};

/** What plain graphql-js answers, and what the compiled operation does; null if that leaves it to graphql-js. */
async function both(document: DocumentNode, query: string, variables: Record<string, unknown>) {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  const { data, errors } = await execute({
    schema: plain,
    document,
    variableValues: variables,
    contextValue: context(),
  });
  if (!known.find(query)) known.learn(query, { document, operation });
  const compiled = known.find(query);
  const text = compiled && (await known.execute(compiled, variables, context()));
  return {
    expected: errors ? null : JSON.stringify(data),
    answer: text === undefined ? null : JSON.stringify(JSON.parse(Buffer.from(text, 'latin1').toString())),
    errors,
  };
}

describe('a compiled operation', () => {
  test(`answers what graphql-js answers, or leaves it to graphql-js (seed ${SEED})`, async () => {
    const writer = new OperationWriter(plain, idsOf(), createRandom(SEED));
    const counts = { answered: 0, compiled: 0, failed: 0, invalid: 0 };
    for (let written = 0; written < HOW_MANY;) {
      const { query, variables } = writer.write();
      const document = parse(query);
      // Now and then two types have fields of one name that differ in being nullable, and may not stand together.
      if (validate(plain, document).length > 0) {
        counts.invalid += 1;
        continue;
      }
      const operation = getOperationAST(document);
      if (!operation || variables.some((set) => costOf(plain, document, operation, set).nodes > 1_000))
        continue;
      written += 1;
      for (const set of variables) {
        const { expected, answer } = await both(document, query, set);
        const told = { query, variables: JSON.stringify(set) };
        const different = answer === null ? null : firstDifference(answer, expected);
        expect({ ...told, different }).toEqual({ ...told, different: null });
        counts.compiled += Number(answer !== null);
        counts[expected === null ? 'failed' : 'answered'] += 1;
      }
    }
    expect(counts.failed).toBeGreaterThan(0);
    expect(counts.invalid).toBeLessThan(HOW_MANY / 5);
    expect(counts.answered).toBeGreaterThan(HOW_MANY);
    expect(counts.compiled / counts.answered).toBeGreaterThan(LEAST_COMPILED);
  }, 300_000);

  test.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    'answers the example %s in both languages, more than once',
    async (_, { query, variables }) => {
      for (const language of ['EN', 'DA', 'EN']) {
        const set = 'language' in variables ? { ...variables, language } : variables;
        const { expected, answer } = await both(parse(query), query, set);
        expect(expected).not.toBeNull();
        expect(firstDifference(answer, expected)).toBeNull();
      }
    },
  );
});

/** Where two texts part, with what surrounds it; null if they are one. */
function firstDifference(answer: string | null, expected: string | null): string[] | null {
  if (answer === null || expected === null)
    return answer === expected ? null : [`${answer} and ${expected}`.slice(0, 200)];
  const at = [...expected].findIndex((_, index) => answer[index] !== expected[index]);
  if (at < 0 && answer.length === expected.length) return null;
  return [answer, expected].map((text) => text.slice(Math.max(0, at - 100), at + 100));
}

function idsOf(): string[] {
  const { law, standards, sectors, mappings, training, national, dataset } = kobling.release;
  return [
    law.instruments,
    law.provisions,
    law.measures,
    law.obligations,
    law.topics,
    standards.standards,
    standards.clauses,
    sectors.sectors,
    sectors.entityTypes,
    mappings.mappings,
    training.courses,
    national.authorities,
  ]
    .flatMap(({ all }) => all.filter((_, index) => index % 5 === 0).map(({ id }) => id))
    .concat(dataset.checksum);
}
