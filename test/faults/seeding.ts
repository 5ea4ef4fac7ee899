import { rm } from 'node:fs/promises';
import { startSeeding } from './processes.js';
import { namesBeside, type Releases } from './releases.js';
import { expectThat, sleep, Tally, type Outcome } from './tally.js';

/** kill -9 at instants spread evenly over a reseed: the file is the old or the new release, and nothing is in the way. */
export async function killSeeding(releases: Releases, tries: number, random: () => number): Promise<Outcome> {
  const file = await releases.copy();
  const duration = await measureSeeding(releases, file);
  const tally = new Tally('kill -9 during a reseed', tries);
  const ends = { killed: 0, ended: 0 };
  for (let n = 0; n < tries; n += 1) {
    // A little beyond the end, so that the very last steps are hit too.
    const instant = ((n + random()) / tries) * duration * 1.05;
    await tally.try(`after ${Math.round(instant)} ms`, async () => {
      const before = await releases.in(file);
      const target = releases.other(before);
      const { child, ended } = startSeeding(file, target.seedFolder);
      await sleep(instant);
      child.kill('SIGKILL');
      const { signal } = await ended;
      const after = await releases.in(file);
      expectThat(signal !== null || after === target, 'It said that it had ended, but the file is the old.');
      ends[signal === null ? 'ended' : 'killed'] += 1;
      const beside = await namesBeside(file);
      expectThat(
        beside.every((name) => name.includes(`.${child.pid}.`)),
        `What earlier seedings left is still there: ${beside.join(', ')}`,
      );
    });
  }
  await tally.try('the seeding after all of them', async () => {
    const target = releases.other(await releases.in(file));
    const { code, said } = await startSeeding(file, target.seedFolder).ended;
    expectThat(code === 0 && (await releases.in(file)) === target, `It does not seed any more: ${said}`);
    expectThat((await namesBeside(file)).length === 0, 'Something was left behind.');
  });
  console.error(
    `  a reseed took ${Math.round(duration)} ms; ${ends.killed} were killed, ${ends.ended} had ended`,
  );
  return tally.outcome;
}

async function measureSeeding(releases: Releases, file: string): Promise<number> {
  const durations: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { seedFolder } = releases.other(await releases.in(file));
    const start = performance.now();
    await startSeeding(file, seedFolder).ended;
    durations.push(performance.now() - start);
  }
  return durations.sort((a, b) => a - b)[1] ?? 0;
}

/** Eight seeders at once, over nothing and over another release in turn. */
export async function seedManyAtOnce(releases: Releases, rounds: number): Promise<Outcome> {
  const file = await releases.copy();
  const tally = new Tally('8 seeders at once', rounds);
  for (let round = 0; round < rounds; round += 1) {
    await tally.try(`round ${round + 1}`, async () => {
      const target = releases.other(await releases.in(file));
      if (round % 2 === 0) await rm(file);
      const seeders = Array.from({ length: 8 }, () => startSeeding(file, target.seedFolder).ended);
      for (const { code, said } of await Promise.all(seeders))
        expectThat(code === 0, `A seeder failed: ${said}`);
      expectThat((await releases.in(file)) === target, 'The file does not hold what all of them seeded.');
      expectThat((await namesBeside(file)).length === 0, 'Something was left behind.');
    });
  }
  return tally.outcome;
}
