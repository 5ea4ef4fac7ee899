import { isDeepStrictEqual } from 'node:util';
import type { Facts } from './facts.js';
import { NeverSeen, type Operation } from './operations.js';
import { dataOf, postBody } from './post.js';
import { cpuOf, type Floor, type LoadGenerator, type Served } from './processes.js';
import { Random } from './random.js';

export type Asking = 'repeat' | 'never seen';

/** How long is measured: every variant gets a slice of `sliceMs` of CPU in each of `rounds` rounds. */
export interface Effort {
  rounds: number;
  sliceMs: number;
  warmUpMs: number;
}

export interface Contest {
  kobling: Served;
  floor: Floor;
  peers: ReadonlyMap<string, Served>;
  load: LoadGenerator;
  facts: Facts;
  effort: Effort;
  seed: number;
}

/** What one operation costs, asked in one way. */
export interface Row {
  operation: Operation;
  asking: Asking;
  /** Bytes of an answer, on average over those the floor sends. */
  bytes: number;
  /** CPU of the floor for one answer, in microseconds. */
  floorMicroseconds: number;
  /** CPU as a multiple of the floor's: the median of the rounds. */
  ratios: Map<string, number>;
  /** Why a peer has no figure. */
  failures: Map<string, string>;
}

export const KOBLING = 'Kobling';

const CONNECTIONS = 8;
const MOST_REQUESTS = 6_000;
const LEAST_REQUESTS = 2;
const FLOOR_ANSWERS = 64;
const FLOOR_BYTES = 16 * 1024 * 1024;
const SAMPLES = 3;
/** Said by every answer anew, or about the connection: the floor's server says its own. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding']);

export async function measure(contest: Contest, operation: Operation, asking: Asking): Promise<Row> {
  const { facts, seed } = contest;
  const fresh = new NeverSeen(operation, facts, new Random(seed));
  const repeated = fresh.take(1);
  const bodies = (count: number) => (asking === 'repeat' ? repeated : fresh.take(count));

  const failures = await compareAnswers(contest, operation, [...repeated, ...fresh.take(SAMPLES - 1)]);
  const path = `/${asking === 'repeat' ? 'repeat' : 'fresh'}/${encodeURIComponent(operation.name)}`;
  const bytes = await readyFloor(contest, path, bodies);
  const variants = new Map<string, Served>([
    ['floor', { ...contest.floor, url: contest.floor.url + path }],
    [KOBLING, contest.kobling],
    ...[...contest.peers].filter(([name]) => !failures.has(name)),
  ]);
  const microseconds = await measureInRounds(contest, variants, bodies);
  const floor = microseconds.get('floor') ?? [];
  const ratios = new Map(
    [...microseconds]
      .filter(([name]) => name !== 'floor')
      .map(([name, rounds]) => [name, median(rounds.map((cost, round) => cost / (floor[round] ?? NaN)))]),
  );
  return { operation, asking, bytes, floorMicroseconds: median(floor), ratios, failures };
}

/** CPU for one request in each round, in microseconds. The order turns, so that nobody is always behind somebody. */
export async function measureInRounds(
  { load, effort }: Pick<Contest, 'load' | 'effort'>,
  variants: ReadonlyMap<string, Served>,
  bodies: (count: number) => string[],
): Promise<Map<string, number[]>> {
  const slice = async (name: string, served: Served, requests: number, texts: string[]) => {
    const before = cpuOf(served.pid);
    const report = await load.run({
      url: served.url,
      bodies: texts,
      requests,
      connections: Math.min(CONNECTIONS, requests),
    });
    if (report.failed > 0)
      throw new Error(`${name}: ${report.failed} of ${requests} failed: ${report.failure}`);
    return (1000 * (cpuOf(served.pid) - before)) / requests;
  };

  const counts = new Map<string, number>();
  for (const [name, served] of variants) {
    let count = LEAST_REQUESTS;
    let cost = 0;
    // A server is slow until it is compiled, so the slices grow until one is long enough to judge by.
    for (let milliseconds = 0; milliseconds < effort.warmUpMs && count < MOST_REQUESTS; count *= 2) {
      cost = await slice(name, served, count, bodies(count));
      milliseconds = (count * cost) / 1000;
    }
    const wanted = Math.round((1000 * effort.sliceMs) / cost);
    counts.set(name, Math.max(LEAST_REQUESTS, Math.min(MOST_REQUESTS, wanted)));
  }

  const costs = new Map([...variants.keys()].map((name): [string, number[]] => [name, []]));
  const order = [...variants];
  for (let round = 0; round < effort.rounds; round += 1) {
    const texts = bodies(Math.max(...counts.values()));
    for (const [name, served] of order) {
      const count = counts.get(name) ?? LEAST_REQUESTS;
      costs.get(name)?.push(await slice(name, served, count, texts.slice(0, count)));
    }
    order.push(...order.splice(0, 1));
  }
  return costs;
}

/** All variants must give the same data. One that cannot answer is left out and says why; another answer is an error. */
async function compareAnswers(
  { kobling, peers }: Contest,
  { name }: Operation,
  bodies: readonly string[],
): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  for (const body of bodies) {
    const expected = await dataOf<object>(await postBody(kobling.url, body));
    for (const [peer, { url }] of peers) {
      if (failures.has(peer)) continue;
      const given = await postBody(url, body)
        .then((response) => dataOf<object>(response))
        .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      if (given instanceof Error) failures.set(peer, given.message);
      else if (!isDeepStrictEqual(given, expected))
        throw new Error(
          `${peer} answers otherwise than Kobling (${name}).\nAsked:    ${body.slice(-600)}\nKobling: ${differing(expected, given)}\n${peer}: ${differing(given, expected)}`,
        );
    }
  }
  return failures;
}

/** The part of a text around the first character in which it differs from another. */
function differing(value: object, other: object): string {
  const [text, against] = [JSON.stringify(value), JSON.stringify(other)];
  let at = 0;
  while (at < text.length && text[at] === against[at]) at += 1;
  return `${Math.max(0, at - 150)}: ${text.slice(Math.max(0, at - 150), at + 150)}`;
}

/** Gives the floor answers of Kobling's to send; how many bytes one has on average. */
async function readyFloor(
  { kobling, floor }: Contest,
  path: string,
  bodies: (count: number) => string[],
): Promise<number> {
  const answers: Uint8Array[] = [];
  let headers: Record<string, string> = {};
  let bytes = 0;
  while (answers.length < FLOOR_ANSWERS && bytes < FLOOR_BYTES) {
    const [body = ''] = bodies(1);
    const response = await postBody(kobling.url, body);
    headers = Object.fromEntries([...response.headers].filter(([name]) => !OWN_HEADERS.has(name)));
    const answer = new Uint8Array(await response.arrayBuffer());
    answers.push(answer);
    bytes += answer.length;
  }
  await floor.keep({ path, headers, answers });
  return bytes / answers.length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((below ?? NaN) + (above ?? NaN)) / 2;
}
