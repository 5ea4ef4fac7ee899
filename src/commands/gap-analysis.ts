import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerStatement } from '../statement/answer-statement.js';
import { openRelease } from './open-release.js';

/** `npm run gap-analysis -- <file> --to xlsx|csv|md --out <file>`: what a Statement of Applicability leaves open. */
const OPTIONS = [
  'language',
  'standard',
  'entityClass',
  'entityType',
  'sector',
  'instrument',
  'measure',
  'next',
];
const usage = `npm run gap-analysis -- <statement.csv|statement.xlsx> --to xlsx|csv|md --out <file> [${OPTIONS.map((name) => `--${name} <value>`).join('] [')}]`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      out: { type: 'string' },
      ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' } as const])),
    },
  });
  const { out, ...parameters } = values as Record<string, string>;
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0 || !out || !parameters.to) throw new Error(usage);
  const kind = path.extname(source).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv';
  const file = await readFile(source);
  console.error(`Reading ${source} ...`);
  const { statement, report } = await answerStatement(
    { file, kind },
    new URLSearchParams(parameters),
    await openRelease(),
  );
  if (report) await writeFile(out, report);
  console.error(
    `${statement.clauses.length} clauses read, ${statement.unreadable.length} rows not understood.`,
  );
  for (const { row, reason } of statement.unreadable) console.error(`Row ${row}: ${reason}`);
  console.error(`Written to ${out}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
