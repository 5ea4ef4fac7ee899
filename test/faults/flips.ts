import { cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../../src/open-database.js';
import { PATHS } from '../../src/paths.js';
import { checkSeeds } from '../../src/seeding/check-seeds.js';
import { DatabaseFileError } from '../../src/seeding/database-file.js';
import { SeedError } from '../../src/seeding/problems.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import { ask, withServer } from './processes.js';
import { newFolder, QUESTIONS, type Releases } from './releases.js';
import { expectThat, Tally, type Outcome } from './tally.js';

type Random = () => number;

/** Flips one bit, or puts another byte, at a place of chance; says what was done. */
function flip(bytes: Buffer, random: Random): string {
  const position = Math.floor(random() * bytes.length);
  const before = bytes.readUInt8(position);
  const mask = random() < 0.5 ? 1 << Math.floor(random() * 8) : 1 + Math.floor(random() * 255);
  bytes.writeUInt8(before ^ mask, position);
  return `byte ${position}: ${before} to ${before ^ mask}`;
}

/** A flip in a seed file is refused in words that name a seed file, or is another valid seed with another checksum. */
export async function flipSeeds(tries: number, random: Random): Promise<Outcome> {
  const tally = new Tally('byte and bit flips in seed files', tries);
  const folder = path.join(await newFolder(), 'seed');
  await cp(PATHS.seed, folder, { recursive: true });
  const { checksum } = await readSeeds(folder);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
  const sizes = await Promise.all(
    files.map(async (name) => (await readFile(path.join(folder, name))).length),
  );
  let refused = 0;
  for (let n = 0; n < tries; n += 1) {
    const name = pickByWeight(files, sizes, random);
    const target = path.join(folder, name);
    const before = await readFile(target);
    const after = Buffer.from(before);
    const what = `${name}, ${flip(after, random)}`;
    await writeFile(target, after);
    await tally.try(what, async () => {
      try {
        const seeds = await readSeeds(folder);
        checkSeeds(seeds, PATHS.seedSchemas);
        expectThat(seeds.checksum !== checksum, 'It is taken for the seed as it was.');
      } catch (error) {
        expectThat(error instanceof SeedError, `It ends with ${String(error)}`);
        expectThat(/^seed\/\S+\.json/m.test(error.message), `The message names no file: ${error.message}`);
        refused += 1;
      }
    });
    await writeFile(target, before);
  }
  console.error(`  ${refused} were refused; the others are valid seeds of another checksum`);
  return tally.outcome;
}

function pickByWeight(names: string[], weights: number[], random: Random): string {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return names.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? names[0] ?? '';
}

/** No flip and no cut in the database file is ever served. */
export async function damageDatabase(releases: Releases, tries: number, random: Random): Promise<Outcome[]> {
  const file = await releases.copy();
  const clean = await readFile(file);
  const flips = new Tally('byte and bit flips in the database file', tries);
  for (let n = 0; n < tries; n += 1) {
    const bytes = Buffer.from(clean);
    const what = flip(bytes, random);
    await writeFile(file, bytes);
    await flips.try(what, () => expectRefused(file));
  }
  const lengths = Math.ceil(tries / 5);
  const cuts = new Tally('cuts of the database file', lengths);
  for (let n = 0; n < lengths; n += 1) {
    const length = Math.floor(random() * clean.length);
    await writeFile(file, clean);
    await truncate(file, length);
    await cuts.try(`after ${length} bytes`, () => expectRefused(file));
  }
  return [flips.outcome, cuts.outcome];
}

async function expectRefused(file: string): Promise<void> {
  const refusal: unknown = await openDatabase(file).catch((error: unknown) => error);
  expectThat(refusal instanceof DatabaseFileError, 'It is served.');
}

/** A start over a damaged file refuses it in one line, or answers exactly as over the clean one. */
export async function startOverDamage(releases: Releases, tries: number, random: Random): Promise<Outcome> {
  const tally = new Tally('starts over a damaged database file', tries);
  const file = await releases.copy();
  const clean = await readFile(file);
  for (let n = 0; n < tries; n += 1) {
    const bytes = n % 3 === 0 ? clean.subarray(0, Math.floor(random() * clean.length)) : Buffer.from(clean);
    const what = n % 3 === 0 ? `cut after ${bytes.length} bytes` : flip(bytes, random);
    await writeFile(file, bytes);
    await tally.try(what, () =>
      withServer(file, async ({ port }) => {
        for (const [index, question] of QUESTIONS.entries())
          expectThat(
            (await ask(port, question)).body === releases.old.answers[index],
            `It answers question ${index + 1} otherwise.`,
          );
      }).catch((error: unknown) => {
        const refusal = /^The server ended: DATABASE_FILE: .+$/;
        if (!(error instanceof Error && refusal.test(error.message))) throw error;
      }),
    );
  }
  return tally.outcome;
}
