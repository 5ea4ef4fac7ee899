import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/-d '(\{.*\})'\n```\n+```json\n([\s\S]*?)```/g)];

describe('the README', () => {
  test('asks three questions', () => {
    expect(examples).toHaveLength(3);
  });

  test.each(examples.map(([, request = '', answer = '']) => [request, answer]))(
    'prints what %s answers',
    async (request, answer) => {
      const { query } = JSON.parse(request) as { query: string };
      const { data } = await kobling.ask(query);
      expect({ data }).toEqual(JSON.parse(answer));
    },
  );

  test('prints the figures that npm run facts prints', () => {
    const printed = execFileSync('npm', ['run', '-s', 'facts'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(readme).toContain(printed.trim().split('\n').slice(-7).join('\n'));
  }, 120_000);
});
