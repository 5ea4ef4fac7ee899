// `npm run bench:soak`: very many requests of all kinds. No unexpected error, and memory that does not grow.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDataSource } from '../../ormconfig.js';
import { PATHS, ROOT } from '../../src/paths.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';
import { readFacts } from './facts.js';
import type { LoadReport } from './load.js';
import { median } from './measure.js';
import { createMix } from './mix.js';
import { postBody } from './post.js';
import { memoryOf, startFloor, startKobling, startLoad } from './processes.js';
import { Random } from './random.js';

const CONNECTIONS = 16;
/** MB of resident memory for each 100,000 requests. */
const STEEPEST = 5;
/** Caches fill and code is compiled in the first part; what grows after it would grow for ever. */
const WARM_UP = 0.3;
/** How often the floor gets its turn. */
const FLOOR_EVERY = 10;
const FLOOR_SAMPLES = 500;
const TELL_EVERY_MS = 5_000;

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kobling: { type: 'string', default: ROOT },
  },
});

const folder = await mkdtemp(path.join(tmpdir(), 'kobling-soak-'));
try {
  process.exitCode = (await soak(Number(options.requests))) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();

interface Sample {
  requests: number;
  megabytes: number;
}

async function soak(requests: number): Promise<boolean> {
  const file = path.join(folder, 'kobling.sqlite');
  await ensureDatabase({
    file,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });
  const kobling = await startKobling(path.resolve(options.kobling), file);
  const floor = await startFloor();
  const load = await startLoad();
  const mix = createMix(await readFacts(kobling.url), new Random(Number(options.seed)));
  console.log(`${requests} requests over ${CONNECTIONS} connections, seed ${options.seed}.`);

  const answers: Uint8Array[] = [];
  for (const body of mix.take(FLOOR_SAMPLES).bodies)
    answers.push(new Uint8Array(await (await postBody(kobling.url, body)).arrayBuffer()));
  await floor.keep({ path: '/mix', headers: { 'content-type': 'application/json; charset=utf-8' }, answers });

  const batch = Math.max(500, Math.min(10_000, Math.round(requests / 100)));
  const samples: Sample[] = [];
  const own: LoadReport[] = [];
  const floors: LoadReport[] = [];
  const start = Date.now();
  let failed = 0;
  let told = start;
  for (let sent = 0; sent < requests;) {
    const { bodies, bad } = mix.take(Math.min(batch, requests - sent));
    const order = { bodies, requests: bodies.length, connections: CONNECTIONS };
    const report = await load.run({ ...order, url: kobling.url, bad });
    sent += report.requests;
    own.push(report);
    samples.push({ requests: sent, megabytes: memoryOf(kobling.pid) });
    if (report.failed > 0) console.log(`${report.failed} unexpected answers, the first: ${report.failure}`);
    failed += report.failed;
    if (own.length % FLOOR_EVERY === 1) floors.push(await load.run({ ...order, url: `${floor.url}/mix` }));
    if (Date.now() - told > TELL_EVERY_MS) {
      told = Date.now();
      const rate = Math.round(sent / ((told - start) / 1000));
      console.log(
        `${sent} sent, ${rate} a second, ${failed} unexpected, ${memoryOf(kobling.pid).toFixed(0)} MB`,
      );
    }
  }

  const slope = slopeOf(samples.slice(Math.floor(samples.length * WARM_UP))) * 100_000;
  const ratioOf = (which: 'p50' | 'p99') =>
    median(own.map((report) => report[which])) / median(floors.map((report) => report[which]));
  const first = samples[Math.floor(samples.length * WARM_UP)]?.megabytes.toFixed(0);
  const last = samples.at(-1)?.megabytes.toFixed(0);
  console.log(`unexpected answers: ${failed} of ${requests}, goal 0: ${failed === 0 ? 'met' : 'MISSED'}`);
  console.log(
    `memory: ${slope.toFixed(1)} MB for each 100,000 after the first ${100 * WARM_UP} % (${first} to ${last} MB), goal at most ${STEEPEST}: ${slope <= STEEPEST ? 'met' : 'MISSED'}`,
  );
  console.log(
    `latency as a multiple of the floor's: p50 ${ratioOf('p50').toFixed(2)}, p99 ${ratioOf('p99').toFixed(2)}`,
  );
  console.log(`took ${Math.round((Date.now() - start) / 1000)} s`);
  return failed === 0 && slope <= STEEPEST;
}

/** Slope of the straight line nearest to the samples, in MB for one request. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(({ requests }) => requests));
  const y = mean(samples.map(({ megabytes }) => megabytes));
  const covariance = samples.map(({ requests, megabytes }) => (requests - x) * (megabytes - y));
  const variance = samples.map(({ requests }) => (requests - x) ** 2);
  return mean(covariance) / mean(variance);
}
