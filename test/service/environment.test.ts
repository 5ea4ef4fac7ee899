import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readEnvironment, VARIABLES } from '../../src/environment.js';
import { ROOT } from '../../src/paths.js';

const MAIN = path.join(ROOT, 'dist', 'src', 'main.js');

/** For each variable a value that cannot be meant. */
const BAD: Readonly<Record<string, string>> = {
  HOST: 'not a host!',
  PORT: '70000',
  DATABASE_URL: 'mysql://user:secret@db/kobling',
  DATABASE_REPLICA_URLS: 'not a url',
  CORS_ORIGINS: 'https://grc.example/path',
  RATE_LIMIT: '-1',
  RATE_LIMIT_HEADER: 'x api key',
  TRUST_PROXY: '10.0.0.0/33',
  SUBGRAPH: 'maybe',
  MCP: 'maybe',
  METRICS_HOST: '/dev/null',
  METRICS_PORT: 'yes',
  LOG_LEVEL: 'chatty',
  LOG_FORMAT: 'xml',
  LOG_REQUESTS: 'some',
  DRAIN_MS: '1e9',
};
/** Any text is the name of a file. */
const CANNOT_BE_BAD = ['DATABASE_FILE'];

describe('a bad value', () => {
  test('is tried for every variable', () => {
    expect([...Object.keys(BAD), ...CANNOT_BE_BAD].sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  test.each(Object.entries(BAD))('of %s is refused with a line that names it', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name}: .+$`));
  });

  test.each(['PORT', 'TRUST_PROXY'])('of %s ends the start within 2 s, in one line', (name) => {
    const { status, stderr, stdout, error } = spawnSync(process.execPath, [MAIN], {
      // Loading the modules takes most of a second on a quiet machine; the test leaves room for a busy one.
      timeout: 20_000,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, [name]: BAD[name] },
    });
    expect(error).toBeUndefined();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^${name}: [^\n]+\n$`));
  });

  test('is a header for clients that nobody vouches for', () => {
    expect(() => readEnvironment({ RATE_LIMIT_HEADER: 'x-api-key' })).toThrow(
      /^RATE_LIMIT_HEADER: .*TRUST_PROXY/,
    );
    expect(
      readEnvironment({ RATE_LIMIT_HEADER: 'X-Api-Key', TRUST_PROXY: '10.0.0.1' }).RATE_LIMIT_HEADER,
    ).toBe('x-api-key');
  });
});

describe('what is not set', () => {
  test('has its default, also if it is set to nothing', () => {
    expect(readEnvironment({ PORT: '', CORS_ORIGINS: '' })).toEqual(readEnvironment({}));
    expect(readEnvironment({})).toMatchObject({ HOST: '127.0.0.1', PORT: 4000, CORS_ORIGINS: ['*'] });
  });

  test('of the log is plain for people at a terminal, and lines of JSON for programs', () => {
    expect(readEnvironment({}, true)).toMatchObject({ LOG_FORMAT: 'plain', LOG_REQUESTS: 'none' });
    expect(readEnvironment({}, false)).toMatchObject({ LOG_FORMAT: 'json', LOG_REQUESTS: 'all' });
  });
});
