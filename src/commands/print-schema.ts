import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { PATHS } from '../paths.js';
import { createSchema } from '../schema.js';

/** `npm run schema:print` writes schema/schema.graphql; with `--check` it only says whether the file is up to date. */
async function main(): Promise<void> {
  const served = `${printSchema(lexicographicSortSchema(await createSchema()))}\n`;
  if (!process.argv.includes('--check')) {
    await writeFile(PATHS.sdl, served);
    return;
  }
  if ((await readFile(PATHS.sdl, 'utf8')) === served) return;
  console.error(
    'schema/schema.graphql is not what the server serves. Run npm run schema:print and commit the file.',
  );
  process.exitCode = 1;
}

await main();
