import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { coveragePages } from '../coverage-pages.js';
import { PATHS } from '../paths.js';
import { openRelease } from './open-release.js';

/** `npm run docs:coverage`: writes docs/coverage anew. */
const pages = coveragePages(await openRelease());
await rm(PATHS.coveragePages, { recursive: true, force: true });
for (const [name, text] of pages) {
  const file = path.join(PATHS.coveragePages, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
console.log(`${pages.size} pages written to ${PATHS.coveragePages}`);
