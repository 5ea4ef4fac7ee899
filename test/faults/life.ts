import { cp, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import {
  ask,
  findFreePort,
  get,
  keepingAgent,
  run,
  startSeeding,
  startServer,
  withServer,
} from './processes.js';
import { QUESTIONS, type Releases } from './releases.js';
import { expectThat, sleep, Tally, withinSeconds, type Outcome } from './tally.js';

/** So many clients ask all the time, each over a connection that it keeps. */
const CLIENTS = 6;

interface Load {
  answered: number;
  /** How often an answer was of the other release than the one before it. */
  swaps: number;
  /** How many answers said that the connection ends. */
  closes: number;
  faults: string[];
}

/** Asks until `stop` is called, and holds every answer against what the two releases are known to answer. */
function startLoad(port: number, releases: Releases): { load: Load; stop: () => Promise<void> } {
  const load: Load = { answered: 0, swaps: 0, closes: 0, faults: [] };
  const agent = keepingAgent();
  let asking = true;
  let last = releases.old.name;
  async function client(first: number): Promise<void> {
    for (let n = first; asking; n += 1) {
      const index = n % QUESTIONS.length;
      const { query = '', variables } = QUESTIONS[index] ?? {};
      try {
        // Each question also in words never sent before, which are not answered from what is kept.
        const { status, body, headers } = await ask(
          port,
          { query: `${query}\n# ${n % 500}`, variables },
          agent,
        );
        load.answered += 1;
        if (headers.connection === 'close') load.closes += 1;
        const [isOld, isNew] = [releases.old, releases.next].map(({ answers }) => answers[index] === body);
        if (status !== 200 || !(isOld || isNew))
          load.faults.push(`question ${index + 1}: ${status} ${body.slice(0, 200)}`);
        else if (isOld !== isNew) {
          const name = isOld ? 'old' : 'new';
          if (name !== last) load.swaps += 1;
          last = name;
        }
      } catch (error) {
        load.faults.push(`question ${index + 1}: ${String(error)}`);
      }
      await sleep(2);
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, n) => client(n * 4));
  return {
    load,
    async stop() {
      asking = false;
      await Promise.all(clients);
      agent.destroy();
    },
  };
}

/** A release put into place every second, and real seeders beside it: no answer fails, or is of two releases. */
export async function reseedUnderLoad(releases: Releases, seconds: number): Promise<Outcome[]> {
  const file = await releases.copy();
  const answers = new Tally(`answers during a reseed a second for ${seconds} s`, 1);
  const memory = new Tally('memory during these reseeds stays bounded', 1);
  const sizes: number[] = [];
  let load: Load = { answered: 0, swaps: 0, closes: 0, faults: [] };
  await withServer(file, async ({ port, child }) => {
    const started = startLoad(port, releases);
    load = started.load;
    let seeding: Promise<unknown> = Promise.resolve();
    // On a busy machine a swap takes longer; a run in which none was seen would show nothing.
    for (let second = 0; second < seconds || (load.swaps < 3 && second < 600); second += 1) {
      const next = second % 2 === 0 ? releases.next : releases.old;
      // As a seeder's last step: the whole file is made aside and renamed.
      await cp(next.file, `${file}.aside`);
      await rename(`${file}.aside`, file);
      if (second % 10 === 5) seeding = startSeeding(file, releases.other(next).seedFolder).ended;
      await sleep(1_000);
      sizes.push(await residentMegabytes(child.pid));
    }
    await seeding;
    await started.stop();
    await answers.try(`${load.faults.length} answers`, () => {
      expectThat(load.faults.length === 0, load.faults.slice(0, 5).join('\n'));
      expectThat(load.swaps >= 3, `Only ${load.swaps} swaps were seen.`);
      return Promise.resolve();
    });
  });
  const third = Math.ceil(sizes.length / 3);
  const [middle, end] = [median(sizes.slice(third, 2 * third)), median(sizes.slice(2 * third))];
  await memory.try(`${middle} MB, then ${end} MB`, () => {
    // A release is some 100 MB; one that is not let go of in each swap would more than double the size.
    expectThat(end < middle * 1.3 + 100, `It grew from ${middle} to ${end} MB.`);
    return Promise.resolve();
  });
  console.error(
    `  ${load.answered} answers, ${load.faults.length} failed or torn, ${load.swaps} swaps; ${middle} MB in the middle, ${end} MB at the end, ${Math.max(...sizes)} MB at most`,
  );
  const { answered, faults } = load;
  const counted = { ...answers.outcome, tried: answered, survived: answered - faults.length };
  return [answers.outcome.survived === 1 ? counted : answers.outcome, memory.outcome];
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** SIGTERM under load: not ready first, every request answered, exit code 0 within ten seconds, whatever follows. */
export async function stopUnderLoad(releases: Releases, rounds: number): Promise<Outcome> {
  const tally = new Tally('SIGTERM under load', rounds);
  const file = await releases.copy();
  for (let round = 0; round < rounds; round += 1) {
    await tally.try(`round ${round + 1}`, async () => {
      const { child, ended, port } = await startServer(file);
      const { load, stop } = startLoad(port, releases);
      await sleep(1_500);
      const stopped = Date.now();
      child.kill('SIGTERM');
      // A balancer asks for readiness and looks away; until then it sends what comes.
      let status = 200;
      while (status === 200) status = (await get(port, '/readyz')).status;
      expectThat(status === 503, `Readiness was ${status}.`);
      child.kill('SIGTERM');
      await sleep(200);
      await stop();
      const { code, said } = await ended;
      expectThat(load.faults.length === 0, `${load.faults.length} requests failed: ${load.faults[0]}`);
      expectThat(load.closes > 0, 'No answer said that the connection ends.');
      expectThat(code === 0, `It ended with ${code}: ${said}`);
      expectThat(Date.now() - stopped < withinSeconds(10), `It took ${Date.now() - stopped} ms.`);
    });
  }
  return tally.outcome;
}

/** kill -9 of a serving process: the next one is ready within five seconds. */
export async function killServer(releases: Releases, rounds: number): Promise<Outcome> {
  const tally = new Tally('ready within 5 s of a kill -9', rounds);
  const file = await releases.copy();
  const port = await findFreePort();
  let server = await startServer(file, { port });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await tally.try(`round ${round + 1}`, async () => {
      const { load, stop } = startLoad(port, releases);
      await sleep(500);
      server.child.kill('SIGKILL');
      await server.ended;
      await stop();
      expectThat(load.answered > 0, 'It was not under load.');
      server = await startServer(file, { port });
      times.push(server.readyAfter);
      expectThat(server.readyAfter < withinSeconds(5), `It took ${server.readyAfter} ms.`);
    });
  }
  server.child.kill('SIGKILL');
  console.error(`  ready after ${times.join(', ')} ms`);
  return tally.outcome;
}

/** A wrong setting ends the start within two seconds, in one line that names the variable. */
export async function misconfigure(releases: Releases): Promise<Outcome> {
  const file = await releases.copy();
  const spare = await findFreePort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const settings: [string, string][] = [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', String(port)],
    ['HOST', 'not a host'],
    ['HOST', '192.0.2.1'],
    ['DATABASE_FILE', '/proc/kobling.sqlite'],
    ['DATABASE_FILE', '/dev/null'],
    ['DATABASE_FILE', '/etc'],
  ];
  const tally = new Tally('bad configuration', settings.length);
  for (const [name, value] of settings) {
    await tally.try(`${name}=${value}`, async () => {
      // The best of three tells how long it takes by itself.
      const times: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const started = Date.now();
        const { code, said } = await run('src/main.js', [], {
          env: { DATABASE_FILE: file, PORT: String(spare), [name]: value },
        }).ended;
        times.push(Date.now() - started);
        expectThat(code === 1, `It ended with ${code}.`);
        expectThat(
          new RegExp(`^${name}: [^\\n]+$`).test(said),
          `It did not name the variable in one line: ${said}`,
        );
      }
      expectThat(Math.min(...times) < withinSeconds(2), `It took ${Math.min(...times)} ms.`);
    });
  }
  taken.close();
  return tally.outcome;
}
