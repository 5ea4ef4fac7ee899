// `npm run bench`: what an answer costs, as a multiple of sending the same bytes ready-made.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDataSource } from '../../ormconfig.js';
import { PATHS, ROOT } from '../../src/paths.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import { readFacts } from './facts.js';
import { goalOf, verdictOf } from './goals.js';
import { measureGrowth, TIMES } from './growth.js';
import { KOBLING, measure, type Contest, type Effort, type Row } from './measure.js';
import { OPERATIONS } from './operations.js';
import { startFloor, startKobling, startLoad, startPeer, type Served } from './processes.js';
import { bytesText, printTable } from './table.js';

/** What each peer is, as honestly as a line can tell. */
const PEERS: Readonly<Record<string, string>> = {
  stock:
    "Apollo Server's startStandaloneServer as it comes, type-graphql; each request reads rows through TypeORM with DataLoader from the same SQLite file; for coverage and gap analysis it reads the tables they need and calls Kobling's plain functions; search is the same full text index.",
  mercurius:
    "mercurius on fastify with its compiler (jit: 1), Kobling's schema, resolvers and release in memory.",
  yoga: "graphql-yoga as it comes, Kobling's schema, resolvers and release in memory.",
};

const QUICK: Effort = { rounds: 3, sliceMs: 200, warmUpMs: 250 };
const WHOLE: Effort = { rounds: 7, sliceMs: 700, warmUpMs: 500 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'string' },
    peers: { type: 'string', default: Object.keys(PEERS).join(',') },
    only: { type: 'string', default: '' },
    kobling: { type: 'string', default: ROOT },
    times: { type: 'string', default: TIMES.join(',') },
  },
});

const folder = await mkdtemp(path.join(tmpdir(), 'kobling-bench-'));
try {
  const only = positionals[0];
  if (only !== 'growth') await bench();
  if (only !== 'peers') await growth();
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(process.exitCode ?? 0);

async function bench(): Promise<void> {
  const contest = await startContest();
  console.log(
    `CPU for one request as a multiple of the floor's, ${contest.effort.rounds} interleaved rounds, seed ${options.seed}, Node ${process.version}, ${cpus().length} cores.`,
  );
  console.log(`${KOBLING}: main.js as it is started by npm start, but without a log line for each request.`);
  console.log('floor: node:http reads the body and sends the same bytes and headers ready-made.');
  for (const name of contest.peers.keys()) console.log(`${name}: ${PEERS[name]}`);
  const rows: Row[] = [];
  for (const operation of OPERATIONS.filter(({ name }) => name.includes(options.only))) {
    for (const asking of ['repeat', 'never seen'] as const) {
      rows.push(await measure(contest, operation, asking));
      process.stderr.write(`${operation.name}, ${asking}: done\n`);
    }
  }
  console.log(`\n${tableOf(rows, [KOBLING, ...contest.peers.keys()])}`);
  for (const { operation, asking, failures } of rows) {
    for (const [name, why] of failures)
      console.log(`${name} has no figure for ${operation.name}, ${asking}: ${why}`);
    if (operation.remark && asking === 'repeat') console.log(`${operation.name}: ${operation.remark}`);
  }
  if (options.json !== undefined) await writeFile(options.json, JSON.stringify(rows.map(plainRow), null, 2));
}

/** A file that holds the release of the seed as it is. */
async function seedDatabase(file: string): Promise<string> {
  await ensureDatabase({
    file,
    seedFolder: PATHS.seed,
    schemaFolder: PATHS.seedSchemas,
    openDatabase: createDataSource,
  });
  return file;
}

async function growth(): Promise<void> {
  const { checksum } = await readSeeds(PATHS.seed);
  const isFlat = await measureGrowth({
    root: path.resolve(options.kobling),
    seeded: await seedDatabase(path.join(folder, 'seeded.sqlite')),
    checksum,
    times: options.times.split(',').map(Number),
    effort: options.quick ? QUICK : WHOLE,
    seed: Number(options.seed),
    only: options.only,
  });
  console.log(isFlat ? 'Every cost is flat within 20 %.' : 'Not every cost is flat within 20 %.');
}

async function startContest(): Promise<Contest> {
  const own = await seedDatabase(path.join(folder, 'peers.sqlite'));
  // A file of its own for Kobling, which builds it anew if the code that is measured has other tables.
  const file = path.join(folder, 'kobling.sqlite');
  await copyFile(own, file);
  const kobling = await startKobling(path.resolve(options.kobling), file);
  const peers = new Map<string, Served>();
  for (const name of options.peers.split(',').filter((one) => one in PEERS))
    peers.set(name, await startPeer(`peers/${name}.js`, own));
  return {
    kobling,
    peers,
    floor: await startFloor(),
    load: await startLoad(),
    facts: await readFacts(kobling.url),
    effort: options.quick ? QUICK : WHOLE,
    seed: Number(options.seed),
  };
}

function tableOf(rows: readonly Row[], variants: readonly string[]): string {
  return printTable(
    ['operation', 'asked', 'answer', 'floor', ...variants, 'goal', ''],
    rows.map((row) => [
      row.operation.name,
      row.asking,
      bytesText(row.bytes),
      `${Math.round(row.floorMicroseconds)} µs`,
      ...variants.map((name) => row.ratios.get(name)?.toFixed(2) ?? '-'),
      String(goalOf(row)),
      verdictOf(row),
    ]),
  );
}

function plainRow({ operation, ratios, failures, ...rest }: Row): object {
  return {
    operation: operation.name,
    ...rest,
    ratios: Object.fromEntries(ratios),
    failures: Object.fromEntries(failures),
  };
}
