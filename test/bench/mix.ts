import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PATHS } from '../../src/paths.js';
import type { Facts } from './facts.js';
import { NeverSeen, OPERATIONS, type Operation } from './operations.js';
import type { Random } from './random.js';

/** Requests as a day brings them: mostly repeats, some with new arguments, a few that are wrong. */
export interface Mix {
  take(count: number): { bodies: string[]; bad: Set<string> };
}

/** Of a thousand requests: how many are an example operation, one with arguments never seen, or bad. */
const EXAMPLES = 700;
const BAD = 30;
const FRESH: Readonly<Record<Operation['size'], number>> = { small: 110, page: 40, largest: 5 };

export function createMix(facts: Facts, random: Random): Mix {
  const examples = readExamples();
  const fresh = OPERATIONS.map((operation) => ({
    bodies: new NeverSeen(operation, facts, random),
    share: FRESH[operation.size],
  }));
  const whole = EXAMPLES + BAD + fresh.reduce((sum, { share }) => sum + share, 0);
  const takeOne = (bad: Set<string>): string => {
    let drawn = random.below(whole);
    if (drawn < EXAMPLES) return random.pick(examples);
    drawn -= EXAMPLES;
    if (drawn < BAD) {
      const body = random.pick(BAD_REQUESTS)(facts, random);
      bad.add(body);
      return body;
    }
    drawn -= BAD;
    for (const { bodies, share } of fresh) {
      if (drawn < share) return bodies.take(1)[0] ?? '';
      drawn -= share;
    }
    throw new Error('The shares do not add up.');
  };
  return {
    take(count) {
      const bad = new Set<string>();
      return { bodies: Array.from({ length: count }, () => takeOne(bad)), bad };
    },
  };
}

/** The operations of schema/operations with the variables beside them. */
function readExamples(): string[] {
  return readdirSync(PATHS.operations, { recursive: true })
    .map((name) => path.join(PATHS.operations, String(name)))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) =>
      JSON.stringify({
        query: readFileSync(file, 'utf8'),
        variables: JSON.parse(readFileSync(file.replace('.graphql', '.variables.json'), 'utf8')) as object,
      }),
    );
}

type BadRequest = (facts: Facts, random: Random) => string;

const asking = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const unknown = (random: Random) => `nothing-${random.below(1_000_000)}`;

const BAD_REQUESTS: readonly BadRequest[] = [
  () => '{"query": "{ obligations { totalCount } }',
  () => JSON.stringify({ variables: {} }),
  () => asking('{ obligations( { totalCount } }'),
  (_, random) => asking(`{ obligations { x${random.below(1_000_000)} } }`),
  (_, random) => asking(`{ obligations(first: -${1 + random.below(1000)}) { totalCount } }`),
  (_, random) => asking(`{ obligations(first: ${101 + random.below(1_000_000)}) { totalCount } }`),
  (_, random) =>
    asking('query ($after: String) { obligations(after: $after) { totalCount } }', {
      after: unknown(random),
    }),
  (_, random) =>
    asking('query ($id: ID!) { coverage(standards: [$id]) { total } }', {
      id: `standard/${unknown(random)}`,
    }),
  ({ standards }, random) =>
    asking('query ($ids: [ID!]!) { coverage(standards: $ids, scope: { instruments: [] }) { total } }', {
      ids: random.some(standards),
    }),
  (_, random) => asking('{ search(text: "  ") { totalCount } }', { unused: random.below(1_000_000) }),
  () => asking(`{ search(text: ${JSON.stringify('x'.repeat(300))}) { totalCount } }`),
  (_, random) => asking('query ($id: ID!) { obligation(id: $id) { id } }', { id: [random.below(1_000_000)] }),
  () =>
    asking(`{ ${'provision(id: "x") { parent { '.repeat(1)}${'parent { '.repeat(20)}id${' }'.repeat(22)} }`),
  () => asking(`{ ${Array.from({ length: 40 }, (_, n) => `a${n}: measures { id }`).join(' ')} }`),
];
