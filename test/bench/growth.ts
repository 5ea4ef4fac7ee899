import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readFacts } from './facts.js';
import { growDatabase } from './grow.js';
import { measureInRounds, median, type Effort } from './measure.js';
import { NeverSeen, OPERATIONS, type Operation } from './operations.js';
import { dataOf, postBody } from './post.js';
import { cpuOf, memoryOf, startKobling, startLoad, startPeer, type Served } from './processes.js';
import { Random } from './random.js';
import { printTable } from './table.js';

export const TIMES = [1, 10, 100];
/** How much more than at its own size an answer may cost. */
const FLAT_WITHIN = 0.2;
const SAMPLES = 3;

export interface GrowthOptions {
  /** Folder of the build that `start time` is measured of. */
  root: string;
  /** A database of the release as it is, and what it is a file of. */
  seeded: string;
  checksum: string;
  times: readonly number[];
  effort: Effort;
  seed: number;
  only: string;
}

/** Prints what the same answers cost from larger tables. True if every one is flat. */
export async function measureGrowth(options: GrowthOptions): Promise<boolean> {
  const { root, seeded, times, effort, seed } = options;
  const alone = await startKobling(root, seeded);
  console.log(
    `Start at the size of the release: ${(alone.startedIn / 1000).toFixed(2)} s, of them ${(cpuOf(alone.pid) / 1000).toFixed(2)} s of CPU; goal 2 s.`,
  );
  alone.stop();

  const servers = new Map<number, Served>();
  for (const factor of times) {
    const file = factor === 1 ? seeded : await grownFile(options, factor);
    servers.set(factor, await startPeer('grown-server.js', file));
  }
  const [smallest] = servers.values();
  if (!smallest) throw new Error('There is nothing to compare.');
  const facts = await readFacts(smallest.url);
  const load = await startLoad();

  let allFlat = true;
  const rows: string[][] = [];
  for (const operation of OPERATIONS.filter(({ name }) => name.includes(options.only))) {
    const fresh = new NeverSeen(operation, facts, new Random(seed));
    await compareSizes(operation, servers, fresh.take(SAMPLES));
    const variants = new Map([...servers].map(([factor, served]) => [`x${factor}`, served]));
    const costs = await measureInRounds({ load, effort }, variants, (count) => fresh.take(count));
    const own = costs.get(`x${times[0]}`) ?? [];
    const ratios = [...costs.values()].map((rounds) =>
      median(rounds.map((cost, round) => cost / (own[round] ?? NaN))),
    );
    const flat = ratios.every((ratio) => ratio <= 1 + FLAT_WITHIN);
    allFlat &&= flat;
    rows.push([
      operation.name,
      `${Math.round(median(own))} µs`,
      ...ratios.slice(1).map((ratio) => ratio.toFixed(2)),
      flat ? 'flat' : 'NOT FLAT',
    ]);
    process.stderr.write(`growth, ${operation.name}: done\n`);
  }
  load.stop();

  const larger = times.slice(1).map((factor) => `x${factor}`);
  console.log(
    'CPU for one request with arguments never seen, as a multiple of that at the size of the release:',
  );
  console.log(`\n${printTable(['operation', 'x1', ...larger, ''], rows)}`);
  for (const [factor, served] of servers) {
    const ready = (served.startedIn / 1000).toFixed(1);
    console.log(`x${factor}: ready after ${ready} s, ${Math.round(memoryOf(served.pid))} MB resident.`);
    served.stop();
  }
  return allFlat;
}

/** A grown file takes minutes, so it is made once for a release and stays in the temporary folder. */
async function grownFile({ seeded, checksum }: GrowthOptions, factor: number): Promise<string> {
  const folder = path.join(tmpdir(), 'kobling-grown');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${checksum.slice(0, 16)}-x${factor}.sqlite`);
  if (!existsSync(file)) {
    process.stderr.write(`growing ${file} ...\n`);
    await growDatabase(seeded, file, factor);
  }
  return file;
}

/** The answers must be the same at every size, but for how many records there are in all. */
async function compareSizes(
  { name }: Operation,
  servers: ReadonlyMap<number, Served>,
  bodies: readonly string[],
): Promise<void> {
  for (const body of bodies) {
    const answers: object[] = [];
    for (const { url } of servers.values()) answers.push(await dataOf<object>(await postBody(url, body)));
    for (const answer of answers.slice(1)) {
      if (!isDeepStrictEqual(withoutTotals(answer), withoutTotals(answers[0])))
        throw new Error(`${name}: the answer from a larger database is another one.\n${body.slice(-500)}`);
    }
  }
}

function withoutTotals(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'totalCount' || key === 'hasNextPage' ? undefined : value,
    ),
  );
}
