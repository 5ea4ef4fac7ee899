import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../src/engine.js';
import { createPostgresEngine } from '../../src/postgres-engine.js';
import type { ReleaseSeed } from '../../src/seeding/seed-shapes.js';
import type { KoblingServer } from '../../src/server.js';
import { PostgresServer } from '../support/postgres.js';
import { copySeeds } from '../support/seeds.js';
import { post, serve } from '../support/serve.js';

/** Both are asked for anew each time: an exact repeat would be answered from what is kept. */
let asked = 0;
const fromDatabase = () => `{ search(text: "backup", first: 3) { totalCount } } # ${(asked += 1)}`;
const fromMemory = () => `{ obligations(first: 3) { nodes { title } } } # ${(asked += 1)}`;

let primary: PostgresServer;
let standby: PostgresServer;
let seedFolder: string;
let engine: Engine;
let server: KoblingServer & { url: string };
const logged: string[] = [];
const crashes: unknown[] = [];

const engineOn = (replicas: string[]) =>
  createPostgresEngine({
    primary: primary.urlOf('outages'),
    replicas,
    log: (message) => logged.push(message),
    seedFolder,
  });

beforeAll(async () => {
  process.on('uncaughtExceptionMonitor', (error) => crashes.push(error));
  seedFolder = await copySeeds();
  primary = await PostgresServer.start();
  standby = await primary.startStandby();
  await primary.createDatabase('outages');
  engine = engineOn([]);
  await engine.ensure();
  server = await serve({ database: await engine.open() });
});

afterAll(async () => {
  await server.stop();
  await engine.close();
  await Promise.all([standby.remove(), primary.remove()]);
  expect(crashes).toEqual([]);
});

const readiness = async (url = server.url) => {
  const answer = await fetch(`${url}/readyz`);
  return { code: answer.status, ...((await answer.json()) as { status: string }) };
};

/** Waits until the database is read from again; how long that took. */
async function recovery(url = server.url): Promise<number> {
  const start = Date.now();
  while ((await post(url, fromDatabase())).body.includes('errors') || (await readiness(url)).code !== 200) {
    if (Date.now() - start > 30_000) throw new Error('It does not come back.');
    await sleep(100);
  }
  return Date.now() - start;
}

describe('one PostgreSQL server', () => {
  test('that cuts all connections is asked again: no request fails', async () => {
    await Promise.all(Array.from({ length: 8 }, () => post(server.url, fromDatabase())));
    const cut = await primary.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kobling'`,
    );
    expect(cut.length).toBeGreaterThan(1);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(server.url, fromDatabase())));
    expect(answers.filter(({ body }) => body.includes('errors'))).toEqual([]);
  });

  test('that is frozen is told by readiness and in errors of a code; memory goes on answering', async () => {
    const thaw = await primary.freeze();
    try {
      const start = Date.now();
      const { body } = await post(server.url, fromDatabase());
      expect(JSON.parse(body)).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' }, path: ['search'] }],
      });
      expect(body).not.toMatch(/127\.0\.0\.1|pg|Connection/);
      expect(Date.now() - start).toBeLessThan(15_000);
      expect(await readiness()).toMatchObject({
        code: 503,
        status: expect.stringMatching(/^the database does not answer/),
      });
      expect((await post(server.url, fromMemory())).body).not.toContain('errors');
      const quick = Date.now();
      await Promise.all(Array.from({ length: 30 }, () => post(server.url, fromDatabase())));
      expect(Date.now() - quick).toBeLessThan(15_000);
    } finally {
      thaw();
    }
    expect(await recovery()).toBeLessThan(15_000);
    expect(logged.filter((line) => line.includes('cannot be read from'))).toHaveLength(1);
    expect(logged.at(-1)).toContain('can be read from again');
  });

  test('that is away and comes back is read from again', async () => {
    await primary.stop();
    expect((await readiness()).code).toBe(503);
    expect((await post(server.url, fromDatabase())).body).toContain('DATABASE_UNAVAILABLE');
    expect((await post(server.url, fromMemory())).body).not.toContain('errors');
    await primary.start();
    expect(await recovery()).toBeLessThan(15_000);
  });
});

describe('a primary with a standby', () => {
  let followed: Engine;
  let replicated: KoblingServer & { url: string };

  beforeAll(async () => {
    followed = engineOn([standby.urlOf('outages')]);
    replicated = await serve({ database: await followed.open() });
    await recovery(replicated.url);
  });

  afterAll(async () => {
    await replicated.stop();
    await followed.close();
  });

  test('of which the standby is behind: each release is answered by a server that holds it', async () => {
    await standby.query('SELECT pg_wal_replay_pause()');
    const file = path.join(seedFolder, 'release.json');
    const release = JSON.parse(await readFile(file, 'utf8')) as ReleaseSeed;
    await writeFile(file, JSON.stringify({ ...release, version: '9.9.9' }));
    expect(await followed.ensure()).toBe('seeded');
    expect(await replicated.reload(followed.open)).toBe(true);
    const { body } = await post(
      replicated.url,
      '{ dataset { version } search(text: "backup") { totalCount } }',
    );
    expect(body).toContain('9.9.9');
    expect(body).not.toContain('errors');
    expect((await readiness(replicated.url)).code).toBe(200);
    await standby.query('SELECT pg_wal_replay_resume()');
  });

  test('of which the primary is killed: reads go on, and more servers start', async () => {
    await waitUntil(async () => {
      const rows = await standby.query<{ version: string }>('SELECT version FROM kobling.release', 'outages');
      return rows.some(({ version }) => version === '9.9.9');
    });
    primary.kill();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(replicated.url, fromDatabase())));
    expect(answers.filter(({ body }) => body.includes('errors'))).toEqual([]);
    expect((await readiness(replicated.url)).code).toBe(200);

    const late = engineOn([standby.urlOf('outages')]);
    expect(await late.ensure()).toBe('unchanged');
    const another = await serve({ database: await late.open() });
    expect((await post(another.url, fromDatabase())).body).not.toContain('errors');
    await another.stop();
    await late.close();
  });

  test('of which the standby is promoted: it takes the next release', async () => {
    await standby.promote();
    const promoted = createPostgresEngine({
      primary: standby.urlOf('outages'),
      replicas: [],
      log: (message) => logged.push(message),
      seedFolder: await copySeeds<ReleaseSeed>('release.json', (release) => (release.version = '9.9.10')),
    });
    expect(await promoted.ensure()).toBe('seeded');
    expect(await promoted.ensure()).toBe('unchanged');
    await promoted.close();
  });
});

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 300) throw new Error('It does not come about.');
    await sleep(100);
  }
}
