import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { readEnvironment } from '../../src/environment.js';
import { ROOT } from '../../src/paths.js';

const SECRET = 'hush-hush';
const GOOD = `postgres://user:${SECRET}@db.example:5432/kobling`;

function refusalOf(variables: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(variables);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('DATABASE_URL', () => {
  test('and the list of replicas are read as they are', () => {
    const replicas = `${GOOD}, postgresql://replica/kobling?sslmode=verify-full`;
    expect(readEnvironment({ DATABASE_URL: GOOD, DATABASE_REPLICA_URLS: replicas })).toMatchObject({
      DATABASE_URL: GOOD,
      DATABASE_REPLICA_URLS: [GOOD, 'postgresql://replica/kobling?sslmode=verify-full'],
    });
    expect(readEnvironment({})).toMatchObject({ DATABASE_REPLICA_URLS: [] });
  });

  test.each([
    ['does not begin with postgres:', { DATABASE_URL: `${SECRET}:user@db` }],
    ['is not a URL', { DATABASE_URL: `postgres://user:${SECRET}@db:port/kobling` }],
    ['does not begin with postgres:', { DATABASE_URL: GOOD.replace('postgres', 'mysql') }],
    ['names no database', { DATABASE_URL: GOOD.replace('/kobling', '/') }],
    ['names no host', { DATABASE_URL: 'postgres:///kobling' }],
  ])('that %s is refused with a line that names it, without what it holds', (reason, variables) => {
    const refusal = refusalOf(variables);
    expect(refusal).toMatch(/^DATABASE_URL: [^\n]+$/);
    expect(refusal).toContain(reason);
    expect(refusal).not.toContain(SECRET);
  });

  test('is what DATABASE_REPLICA_URLS needs, each of which is checked', () => {
    expect(refusalOf({ DATABASE_REPLICA_URLS: GOOD })).toMatch(/^DATABASE_REPLICA_URLS: [^\n]+DATABASE_URL/);
    const refusal = refusalOf({
      DATABASE_URL: GOOD,
      DATABASE_REPLICA_URLS: `${GOOD},http://u:${SECRET}@x/y`,
    });
    expect(refusal).toMatch(/^DATABASE_REPLICA_URLS: does not begin with postgres:[^\n]+$/);
    expect(refusal).not.toContain(SECRET);
  });

  test('at which nothing listens ends the start with one line that names it', async () => {
    // Port 1 is reserved, and nobody listens there.
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/src/main.js')], {
      env: { ...process.env, DATABASE_URL: `postgres://user:${SECRET}@127.0.0.1:1/kobling` },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(said).toBe('DATABASE_URL: 127.0.0.1:1/kobling cannot be used. connect ECONNREFUSED 127.0.0.1:1\n');
  });
});
