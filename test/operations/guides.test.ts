import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const GUIDES = ['for-analysts', 'for-course-builders', 'for-grc-platforms'].map((name) => `docs/${name}.md`);
/** A command, and below it what it prints. */
const EXAMPLE = /```sh\n(curl|npx kobling) ([^\n]*)\n```\n\n```(json|text)\n([^]*?)```/g;
const kobling = useKobling();

/** Runs a command of a guide as a reader would, save that the server is the one of this test. */
async function run(program: string, rest: string): Promise<string> {
  if (program === 'curl') {
    const { query } = JSON.parse(/-d '(.*)'$/.exec(rest)?.[1] ?? '') as { query: string };
    const { data, errors } = await kobling.ask(query);
    expect(errors).toBeUndefined();
    const options = await resolveConfig(path.join(ROOT, 'docs/guide.md'));
    return format(JSON.stringify({ data }, null, 2), { ...options, parser: 'json' });
  }
  const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const { stdout } = spawnSync(process.execPath, [path.join(ROOT, 'dist/src/commands/kobling.js'), ...args], {
    env: { ...process.env, DATABASE_FILE: path.join(tmpdir(), 'kobling-test', 'kobling.sqlite') },
    encoding: 'utf8',
  });
  return stdout;
}

describe.each(GUIDES)('%s', (file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');

  test('starts with the question of its reader', () => {
    expect(text.split('\n')[0]).toMatch(/^# .*\?$/);
  });

  test('prints what its commands answer', async () => {
    let answered = text;
    const examples = [...text.matchAll(EXAMPLE)];
    expect(examples.length).toBeGreaterThan(0);
    for (const [whole, program = '', rest = '', kind = '', printed = ''] of examples) {
      const now = await run(program, rest);
      answered = answered.replace(
        whole,
        () => whole.slice(0, whole.lastIndexOf(`\`\`\`${kind}\n${printed}`)) + `\`\`\`${kind}\n${now}\`\`\``,
      );
    }
    if (process.env.UPDATE_ANSWERS) writeFileSync(path.join(ROOT, file), answered);
    else expect(answered).toBe(text);
  });
});
