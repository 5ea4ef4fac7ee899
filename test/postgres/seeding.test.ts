import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Engine } from '../../src/engine.js';
import { ROOT } from '../../src/paths.js';
import { createPostgresEngine } from '../../src/postgres-engine.js';
import type { ReleaseSeed } from '../../src/seeding/seed-shapes.js';
import { PostgresServer } from '../support/postgres.js';
import { copySeeds } from '../support/seeds.js';
import { post, serve } from '../support/serve.js';

const run = promisify(execFile);
const SEED = `
  import { createPostgresEngine } from './dist/src/postgres-engine.js';
  const { DATABASE_URL: primary, SEED_FOLDER: seedFolder } = process.env;
  console.log(await createPostgresEngine({ primary, replicas: [], seedFolder, log: console.error }).ensure());
`;
const VERSION = '{ dataset { version checksum } search(text: "backup") { totalCount } }';

let postgres: PostgresServer;
let primary: string;
let seedFolder: string;
const engines: Engine[] = [];
const logged: string[] = [];

beforeAll(async () => {
  postgres = await PostgresServer.start();
  primary = await postgres.createDatabase('seeding');
  seedFolder = await copySeeds();
});

afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await postgres.remove();
});

function newEngine(): Engine {
  const engine = createPostgresEngine({
    primary,
    replicas: [],
    log: (message) => logged.push(message),
    seedFolder,
  });
  engines.push(engine);
  return engine;
}

async function setVersion(version: string): Promise<void> {
  const file = path.join(seedFolder, 'release.json');
  const release = JSON.parse(await readFile(file, 'utf8')) as ReleaseSeed;
  await writeFile(file, JSON.stringify({ ...release, version }));
}

const released = () =>
  postgres.query<{ schema: string; version: string }>(
    'SELECT schema, version FROM kobling.release ORDER BY number',
    'seeding',
  );

const schemas = async () =>
  (
    await postgres.query<{ nspname: string }>(
      `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'kobling_%' ORDER BY 1`,
      'seeding',
    )
  ).map(({ nspname }) => nspname);

describe('seeding PostgreSQL', () => {
  test('writes nothing if anything in the seed is wrong, and says all of it', async () => {
    await setVersion('not a version');
    await expect(newEngine().ensure()).rejects.toThrow('seed/release.json');
    expect(await schemas()).toEqual([]);
  });

  test('cut off in the middle leaves nothing behind', async () => {
    await setVersion('7.0.0');
    const seeding = newEngine().ensure();
    const failed = expect(seeding).rejects.toThrow(
      /^DATABASE_URL: 127\.0\.0\.1:\d+\/seeding cannot be used\. /,
    );
    let cut = 0;
    while (cut === 0) {
      await sleep(20);
      cut = (
        await postgres.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = 'kobling' AND query LIKE 'INSERT INTO%'`,
        )
      ).length;
    }
    await failed;
    expect(await schemas()).toEqual([]);
  });

  test('by four at once is done by one of them, and the others find nothing left to do', async () => {
    const DATABASE_URL = await postgres.createDatabase('at_once');
    const seeding = () =>
      run(process.execPath, [path.join(ROOT, 'dist/src/commands/seed.js')], {
        env: { ...process.env, DATABASE_URL },
      });
    const outcomes = (await Promise.all([seeding(), seeding(), seeding(), seeding()])).map(
      ({ stdout }) => stdout,
    );
    expect(outcomes.filter((said) => said.startsWith('Seeded'))).toHaveLength(1);
    expect(outcomes.filter((said) => said.includes('already holds this release'))).toHaveLength(3);
    for (const table of ['release', 'migration'])
      expect(await postgres.query(`SELECT 1 FROM kobling.${table}`, 'at_once')).toHaveLength(1);
    expect(outcomes.join()).not.toContain(new URL(DATABASE_URL).password);
  });

  test('of another release lets each request see one, old or new, while servers take it in', async () => {
    const engine = newEngine();
    expect(await engine.ensure()).toBe('seeded');
    const server = await serve({ database: await engine.open() });
    const unwatch = engine.watch(
      () => server.release.dataset.checksum,
      () => void server.reload(engine.open).catch(() => undefined),
    );
    await setVersion('8.0.0');
    // In a process of its own, as on another machine: it computes for seconds.
    const seeding = run(process.execPath, ['--input-type=module', '-e', SEED], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: primary, SEED_FOLDER: seedFolder },
    });
    const seen = new Set<string>();
    for (let n = 0; n < 600 && !seen.has('8.0.0'); n += 1) {
      const { body } = await post(server.url, `# ${n}\n${VERSION}`);
      // A busy machine may be late; what it must not do is to answer otherwise.
      if (!body.includes('DATABASE_UNAVAILABLE')) {
        expect(body).not.toContain('errors');
        const { data } = JSON.parse(body) as { data: { dataset: { version: string } } };
        seen.add(data.dataset.version);
      }
      await sleep(50);
    }
    expect((await seeding).stdout.trim()).toBe('seeded');
    expect([...seen]).toEqual(['7.0.0', '8.0.0']);
    expect((await released()).map(({ version }) => version)).toEqual(['7.0.0', '8.0.0']);
    unwatch();
    await server.stop();
  });

  test('of a release that is still there only switches to it', async () => {
    const before = await schemas();
    await setVersion('7.0.0');
    expect(await newEngine().ensure()).toBe('seeded');
    expect(await schemas()).toEqual(before);
    expect((await released()).map(({ version }) => version)).toEqual(['8.0.0', '7.0.0']);
  });

  test('drops a release a day after another took its place, one of other tables after thirty', async () => {
    await postgres.query(
      `INSERT INTO kobling.release
         SELECT 'kobling_older', 'c', layout, '0.0.1', -1, now() - interval '60 days' FROM kobling.release LIMIT 1;
       INSERT INTO kobling.release VALUES
         ('kobling_other', 'c', 'other tables', '0.0.1', 0, now() - interval '10 days');
       CREATE SCHEMA kobling_older; CREATE SCHEMA kobling_other;`,
      'seeding',
    );
    const isSwitched = (version: string, ago: string) =>
      postgres.query(
        `UPDATE kobling.release SET "switchedAt" = now() - interval '${ago}' WHERE version = '${version}'`,
        'seeding',
      );
    const others = async () => (await schemas()).filter((name) => name.startsWith('kobling_o'));
    const seedAnother = async (version: string) => {
      await setVersion(version);
      expect(await newEngine().ensure()).toBe('seeded');
    };

    await isSwitched('8.0.0', '23 hours');
    await isSwitched('7.0.0', '23 hours');
    await seedAnother('8.0.0');
    expect(await others()).toEqual(['kobling_older', 'kobling_other']);
    await isSwitched('8.0.0', '25 hours');
    await seedAnother('7.0.0');
    expect(await others()).toEqual(['kobling_other']);
    await isSwitched('7.0.0', '31 days');
    await seedAnother('8.0.0');
    expect(await others()).toEqual([]);
    expect(await schemas()).toHaveLength(2);
    expect(logged.filter((message) => message.startsWith('Dropped'))).toHaveLength(2);
  });

  test('makes the tables that the entities describe, and orders text by its bytes', async () => {
    const [{ count } = { count: 0 }] = await postgres.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM information_schema.columns WHERE table_schema LIKE 'kobling\\_%'
       AND table_name NOT LIKE 'search_index' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`,
      'seeding',
    );
    expect(count).toBe(0);
    const keys = await postgres.query(
      `SELECT 1 FROM information_schema.table_constraints
       WHERE constraint_type = 'FOREIGN KEY' AND table_schema LIKE 'kobling\\_%'`,
      'seeding',
    );
    expect(keys.length).toBeGreaterThan(20);
  });
});
