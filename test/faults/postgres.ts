import 'reflect-metadata';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/paths.js';
import { PostgresServer } from '../support/postgres.js';
import { expectThat, printOutcome, sleep, Tally, type Outcome } from './tally.js';

/**
 * What happens to PostgreSQL servers, done on purpose to a real primary with a standby, while a real process serves
 * from them. Prints a line for each fault; ends with 1 unless all were survived. `--quick` tries less often.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const FROZEN_FOR_MS = values.quick ? 5_000 : 20_000;
/** The bar is five seconds after the server is back; what is beyond is left to a busy machine. */
const BACK_WITHIN_MS = 10_000;

let asked = 0;
const FROM_DATABASE = () => `{ search(text: "backup", first: 3) { totalCount } } # ${(asked += 1)}`;
const FROM_MEMORY = () => `{ obligations(first: 3) { nodes { title } } } # ${(asked += 1)}`;

/** `npm start` with this environment, when it is ready. */
class Service {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  static async start(environment: NodeJS.ProcessEnv, port: number): Promise<Service> {
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/src/main.js')], {
      env: { ...process.env, ...environment, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const service = new Service(child, port);
    for (let tries = 0; (await service.readiness()) !== 200; tries += 1) {
      expectThat(child.exitCode === null && tries < 1_200, `It did not start: ${service.said}`);
      await sleep(100);
    }
    return service;
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async readiness(): Promise<number> {
    return fetch(`http://127.0.0.1:${this.port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  }

  async ask(query: string): Promise<string> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(15_000),
    });
    return answer.text();
  }

  async expectRead(): Promise<void> {
    const body = await this.ask(FROM_DATABASE());
    expectThat(!body.includes('errors'), `A read failed: ${body}`);
  }

  /** Not ready, a code for what needs the database, and everything else as ever. */
  async expectOutage(): Promise<void> {
    const body = await this.ask(FROM_DATABASE());
    expectThat(body.includes('DATABASE_UNAVAILABLE'), `A read was answered otherwise: ${body}`);
    expectThat((await this.readiness()) === 503, 'It says that it is ready.');
    expectThat(!(await this.ask(FROM_MEMORY())).includes('errors'), 'Not even memory answers.');
  }

  async expectBack(): Promise<void> {
    const start = Date.now();
    while ((await this.ask(FROM_DATABASE())).includes('errors') || (await this.readiness()) !== 200) {
      expectThat(Date.now() - start < BACK_WITHIN_MS, `Not back within ${BACK_WITHIN_MS} ms.`);
      await sleep(50);
    }
    console.error(`  back after ${Date.now() - start} ms`);
    expectThat(this.lives, `It died: ${this.said}`);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }
}

async function repeat(
  fault: string,
  times: number,
  work: (round: number) => Promise<void>,
): Promise<Outcome> {
  const tally = new Tally(fault, times);
  for (let round = 1; round <= times; round += 1) await tally.try(`round ${round}`, () => work(round));
  return tally.outcome;
}

const some = (times: number) => (values.quick ? Math.ceil(times / 5) : times);

async function tryOneServer(primary: PostgresServer, url: string): Promise<Outcome[]> {
  const service = await Service.start({ DATABASE_URL: url }, 4_000 + (process.pid % 20_000));
  const outcomes = [
    await repeat('PostgreSQL cuts every connection under load', some(20), async () => {
      const reads = Array.from({ length: 20 }, () => service.expectRead());
      await primary.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kobling'`,
      );
      await Promise.all([...reads, ...Array.from({ length: 20 }, () => service.expectRead())]);
      await service.expectBack();
    }),
    await repeat('PostgreSQL restarts', some(5), async () => {
      await primary.stop();
      await primary.start();
      await service.expectBack();
    }),
    await repeat('PostgreSQL is away for a while', some(5), async () => {
      await primary.stop();
      await service.expectOutage();
      await primary.start();
      await service.expectBack();
    }),
    await repeat(`PostgreSQL is frozen for ${FROZEN_FOR_MS / 1_000} s`, some(3), async () => {
      const thaw = await primary.freeze();
      try {
        const end = Date.now() + FROZEN_FOR_MS;
        while (Date.now() < end) await service.expectOutage();
      } finally {
        thaw();
      }
      await service.expectBack();
    }),
    await repeat('PostgreSQL is killed', some(3), async () => {
      primary.kill();
      await service.expectOutage();
      await primary.start();
      await service.expectBack();
    }),
  ];
  await service.stop();
  return outcomes;
}

async function seedAtOnce(primary: PostgresServer): Promise<Outcome> {
  return repeat('eight seeders at once of an empty PostgreSQL', some(5), async (round) => {
    const name = `seeders_${round}`;
    const url = await primary.createDatabase(name);
    const codes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const child = spawn(process.execPath, [path.join(ROOT, 'dist/src/commands/seed.js')], {
          env: { ...process.env, DATABASE_URL: url },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        return new Promise((resolve) => child.once('exit', resolve));
      }),
    );
    expectThat(
      codes.every((code) => code === 0),
      `They ended with ${codes.join(', ')}.`,
    );
    expectThat((await primary.query('SELECT 1 FROM kobling.release', name)).length === 1, 'Not one release.');
  });
}

async function killSeeders(primary: PostgresServer): Promise<Outcome> {
  const url = await primary.createDatabase('killed');
  const seed = () =>
    spawn(process.execPath, [path.join(ROOT, 'dist/src/commands/seed.js')], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: 'ignore',
    });
  return repeat('kill -9 while seeding PostgreSQL', some(25), async (round) => {
    const child = seed();
    await sleep(1_000 + round * 120);
    child.kill('SIGKILL');
    const [schemas, releases] = [
      await primary.query(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'kobling\\_%'`, 'killed'),
      await primary.query(
        `SELECT 1 FROM pg_tables WHERE schemaname = 'kobling' AND tablename = 'release'`,
        'killed',
      ),
    ];
    const listed =
      releases.length === 0 ? [] : await primary.query('SELECT 1 FROM kobling.release', 'killed');
    expectThat(schemas.length === listed.length, `${schemas.length} schemas of ${listed.length} releases.`);
    if (listed.length > 0) await primary.query('DROP SCHEMA kobling CASCADE', 'killed');
    for (const { nspname } of schemas as { nspname: string }[])
      await primary.query(`DROP SCHEMA "${nspname}" CASCADE`, 'killed');
  });
}

async function loseThePrimary(primary: PostgresServer, standby: PostgresServer): Promise<Outcome> {
  const environment = {
    DATABASE_URL: primary.urlOf('served'),
    DATABASE_REPLICA_URLS: standby.urlOf('served'),
  };
  const port = 24_000 + (process.pid % 20_000);
  const service = await Service.start(environment, port);
  await service.expectBack();
  const outcome = await repeat('the primary is killed, the standby answers', 1, async () => {
    const reads = Array.from({ length: 20 }, () => service.expectRead());
    primary.kill();
    await Promise.all([...reads, ...Array.from({ length: 20 }, () => service.expectRead())]);
    await service.expectBack();
    // Another one starts on the standby alone.
    const late = await Service.start(environment, port + 1);
    await late.expectRead();
    await late.stop();
  });
  await service.stop();
  return outcome;
}

const primary = await PostgresServer.start();
const standby = await primary.startStandby();
const outcomes: Outcome[] = [];
try {
  const url = await primary.createDatabase('served');
  outcomes.push(
    ...(await tryOneServer(primary, url)),
    await seedAtOnce(primary),
    await killSeeders(primary),
    await loseThePrimary(primary, standby),
  );
} finally {
  await Promise.all([standby.remove(), primary.remove()]);
}
console.log(outcomes.map(printOutcome).join('\n'));
if (outcomes.some(({ tried, survived }) => survived < tried)) process.exitCode = 1;
