import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PATHS } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const names = readdirSync(PATHS.operations).filter((name) => name.endsWith('.graphql'));
const read = (name: string) => readFileSync(path.join(PATHS.operations, name), 'utf8');

describe('the example operations', () => {
  test('are five to eight questions, each in English and Danish, each with variables', () => {
    expect(names.length).toBeGreaterThanOrEqual(5);
    expect(names.length).toBeLessThanOrEqual(8);
    for (const name of names) {
      const comments = /^(?:#.*\n)+/.exec(read(name))?.[0] ?? '';
      const [english, danish] = comments.split('#\n').map((text) => text.replaceAll('#', '').trim());
      expect(english).toMatch(/\?$/);
      expect(danish).toMatch(/\?$/);
      expect(danish).not.toBe(english);
    }
  });

  test.each(names)('%s answers without an error and not with nothing', async (name) => {
    const variables = JSON.parse(read(name.replace('.graphql', '.variables.json'))) as Record<
      string,
      unknown
    >;
    for (const language of ['EN', 'DA']) {
      const { data, errors } = await kobling.ask(read(name), { ...variables, language });
      expect(errors).toBeUndefined();
      const [answer] = Object.values(data as object) as unknown[];
      expect(JSON.stringify(answer).length).toBeGreaterThan(500);
    }
  });
});
