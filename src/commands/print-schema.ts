import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import path from 'node:path';
import { PATHS, ROOT } from '../paths.js';
import { createSchema } from '../schema.js';
import { printSubgraph } from '../subgraph/subgraph-schema.js';

/**
 * `npm run schema:print` writes schema/schema.graphql and schema/subgraph.graphql; with `--check` it only says whether
 * the files are up to date.
 */
async function main(): Promise<void> {
  const schema = await createSchema();
  const served = new Map([
    [PATHS.sdl, printSchema(lexicographicSortSchema(schema))],
    [PATHS.subgraphSdl, printSubgraph(schema)],
  ]);
  for (const [file, text] of served) {
    if (!process.argv.includes('--check')) {
      await writeFile(file, `${text.trimEnd()}\n`);
      continue;
    }
    if ((await readFile(file, 'utf8')) === `${text.trimEnd()}\n`) continue;
    console.error(
      `${path.relative(ROOT, file)} is not what the server serves. Run npm run schema:print and commit the file.`,
    );
    process.exitCode = 1;
  }
}

await main();
