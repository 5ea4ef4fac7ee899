import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';

const KOBLING = path.join(ROOT, 'dist/src/commands/kobling.js');
const env = { ...process.env, DATABASE_FILE: path.join(tmpdir(), 'kobling-test', 'kobling.sqlite') };
const run = (...args: string[]) => spawnSync(process.execPath, [KOBLING, ...args], { env, encoding: 'utf8' });
const say = (...args: string[]) =>
  execFileSync(process.execPath, [KOBLING, 'ask', ...args], { env, encoding: 'utf8' });

describe('kobling ask', () => {
  test('says what a reference means, what covers it, and what is left', () => {
    const text = say('21(2)(d)');
    expect(text).toContain('[provision/nis2/21.2.d]');
    expect(text).toContain('[obligation/nis2/21.2.d]');
    expect(text).toMatch(/Covered by the current standards: partial/);
    expect(text).toMatch(/\[clause\/iso27001-2022\/A\.5\.\d+\]/);
    expect(text).toMatch(/Left to do:\n {4}\S/);
    expect(text).toMatch(/Kobling, release \d+\.\d+\.\d+\./);
    for (const line of text.split('\n')) if (!line.includes('[')) expect(line.length).toBeLessThanOrEqual(96);
  });

  test('answers in Danish', () => {
    const text = say('artikel 21, stk. 2, litra d', '--language', 'da');
    expect(text).toContain('Dækket af de gældende standarder: delvist');
    expect(text).toContain('artikel 21, stk. 2, litra d)');
  });

  test('says of a clause which obligations it helps to cover', () => {
    expect(say('A.5.19')).toMatch(/Obligations it helps to cover: \d+[^]*\[obligation\/nis2\/21\.2\.d\]/);
  });

  test('gives the whole answer as JSON on request', () => {
    const answer = JSON.parse(say('21(2)(d)', '--json')) as {
      dataset: { version: string };
      resolve: { node: { id: string } }[];
    };
    expect(answer.dataset.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(answer.resolve[0]?.node.id).toBe('provision/nis2/21.2.d');
  });

  test('lists what an ambiguous reference may mean, and fails', () => {
    const { status, stdout } = run('ask', '8.13');
    expect(status).toBe(1);
    expect(stdout).toContain('[clause/iso27002-2022/8.13]');
  });

  test('says that it knows nothing by a name, and fails', () => {
    const { status, stdout } = run('ask', 'qqqq');
    expect(status).toBe(1);
    expect(stdout).toContain('Nothing is known by "qqqq".');
  });

  test.each([
    [['ask'], /Usage: kobling ask/],
    [['ask', 'A.5.1', '--language', 'fr'], /Usage: kobling ask/],
    [['serv'], /There is no command "serv"\. Did you mean serve\?/],
  ])('refuses %j with a line of help', (args, message) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
  });
});
