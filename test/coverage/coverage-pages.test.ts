import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { coveragePages } from '../../src/coverage-pages.js';
import { PATHS } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

test('docs/coverage is what the release says: run npm run docs:coverage', () => {
  const pages = coveragePages(kobling.release);
  const files = readdirSync(PATHS.coveragePages, { recursive: true })
    .map((name) => String(name).split(path.sep).join('/'))
    .filter((name) => name.endsWith('.md'));
  expect(files.sort()).toEqual([...pages.keys()].sort());
  const stale = files.filter(
    (name) => readFileSync(path.join(PATHS.coveragePages, name), 'utf8') !== pages.get(name),
  );
  expect(stale).toEqual([]);
});
