import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { changeFileWhileServing, fillDisk, lockFile, loseLogReader, startOverStrangers } from './files.js';
import { damageDatabase, flipSeeds, startOverDamage } from './flips.js';
import { killServer, misconfigure, reseedUnderLoad, stopUnderLoad } from './life.js';
import { Releases } from './releases.js';
import { killSeeding, seedManyAtOnce } from './seeding.js';
import { createRandom, printOutcome, readOutcome, type Outcome } from './tally.js';

/**
 * `npm run test:faults`: what goes wrong on real machines, done on purpose to real processes. Prints a table of what
 * was tried and what survived; ends with 1 unless all did. `-- --quick` tries a tenth, `--only=<name>` one fault,
 * `--random=<number>` repeats a run.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, random: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.random ?? Date.now() % 1_000_000);
const random = createRandom(seed);
const some = (tries: number) => (values.quick ? Math.ceil(tries / 10) : tries);

type Fault = (releases: Releases) => Promise<Outcome | Outcome[]>;

const FAULTS: Record<string, Fault> = {
  kill: (releases) => killSeeding(releases, some(200), random),
  seeders: (releases) => seedManyAtOnce(releases, some(20)),
  reseed: (releases) => reseedUnderLoad(releases, values.quick ? 15 : 60),
  seeds: () => flipSeeds(some(500), random),
  database: (releases) => damageDatabase(releases, some(500), random),
  damage: (releases) => startOverDamage(releases, some(20), random),
  strangers: startOverStrangers,
  changes: changeFileWhileServing,
  log: loseLogReader,
  disk: fillDisk,
  locks: lockFile,
  stop: (releases) => stopUnderLoad(releases, values.quick ? 2 : 6),
  restart: (releases) => killServer(releases, values.quick ? 2 : 6),
  configuration: misconfigure,
  postgres: runPostgresFaults,
};

/** Faults of the other engine are a program of their own, because they need its server. */
async function runPostgresFaults(): Promise<Outcome[]> {
  const script = fileURLToPath(new URL('postgres.js', import.meta.url));
  if (!existsSync(script)) return [];
  const child = spawn(process.execPath, [script, ...(values.quick ? ['--quick'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const outcomes = printed.split('\n').flatMap((line) => readOutcome(line) ?? []);
  return [...outcomes, { fault: 'PostgreSQL faults as a whole', tried: 1, survived: code === 0 ? 1 : 0 }];
}

/** A fault that could not even be tried. */
function fail(fault: string, error: unknown): Outcome {
  console.error(error);
  return { fault, tried: 1, survived: 0 };
}

const started = Date.now();
// Everything that is made is below one folder, which is gone afterwards.
const scratch = await mkdtemp(path.join(tmpdir(), 'kobling-faults-'));
await chmod(scratch, 0o755);
process.env.TMPDIR = scratch;
console.error(`Random number ${seed}; repeat with --random=${seed}`);
const outcomes: Outcome[] = [];
try {
  const releases = await Releases.make();
  for (const [name, fault] of Object.entries(FAULTS))
    if (values.only === undefined || values.only.split(',').includes(name))
      outcomes.push(...[await fault(releases).catch((error: unknown) => fail(name, error))].flat());
} finally {
  await rm(scratch, { recursive: true, force: true });
}

console.log(['fault | tried | survived', ...outcomes.map(printOutcome)].join('\n'));
console.error(`${Math.round((Date.now() - started) / 1000)} s`);
if (outcomes.length === 0 || outcomes.some(({ tried, survived }) => tried === 0 || tried > survived))
  process.exitCode = 1;
