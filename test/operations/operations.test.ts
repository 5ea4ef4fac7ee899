import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';
import { KINDS_OF_USER, OPERATIONS } from '../support/operations.js';

const kobling = useKobling();
const ANSWERS = path.join(ROOT, 'test', 'operations', 'answers');
/** `UPDATE_ANSWERS=1 npm test -- test/operations` writes the answers anew; the difference is what is reviewed. */
const updating = process.env.UPDATE_ANSWERS === '1';

describe('the example operations', () => {
  test('are a set for each kind of user, at most ten questions each, all of different names', () => {
    expect(KINDS_OF_USER).toEqual(['analyst', 'course-builder', 'grc-platform']);
    for (const kind of KINDS_OF_USER) {
      const set = OPERATIONS.filter(({ kindOfUser }) => kindOfUser === kind);
      expect(set.length).toBeGreaterThanOrEqual(3);
      expect(set.length).toBeLessThanOrEqual(10);
    }
    expect(new Set(OPERATIONS.map(({ name }) => name)).size).toBe(OPERATIONS.length);
  });

  test.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    '%s is a question in English and Danish',
    (_, { query }) => {
      const comments = /^(?:#.*\n)+/.exec(query)?.[0] ?? '';
      const [english, danish] = comments.split('#\n').map((text) => text.replaceAll('#', '').trim());
      expect(english).toMatch(/\?$/);
      expect(danish).toMatch(/\?$/);
      expect(danish).not.toBe(english);
    },
  );

  test.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    '%s answers what was reviewed, and in the other language as well',
    async (name, { query, variables }) => {
      const file = path.join(ANSWERS, `${name}.json`);
      const { data, errors } = await kobling.ask(query, variables);
      expect(errors).toBeUndefined();
      const printed = await format(JSON.stringify(data), { parser: 'json', printWidth: 110 });
      if (updating) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, printed);
      }
      expect(printed).toBe(readFileSync(file, 'utf8'));
      if (!('language' in variables)) return;
      const other = await kobling.ask(query, {
        ...variables,
        language: variables.language === 'DA' ? 'EN' : 'DA',
      });
      expect(other.errors).toBeUndefined();
      expect(JSON.stringify(other.data) === JSON.stringify(data)).toBe(false);
    },
  );

  test('have no answer kept of an operation that is gone', () => {
    const kept = readdirSync(ANSWERS, { recursive: true })
      .map((name) => String(name).split(path.sep).join('/'))
      .filter((name) => name.endsWith('.json'));
    expect(kept.sort()).toEqual(OPERATIONS.map((operation) => `${operation.path}.json`).sort());
  });
});
