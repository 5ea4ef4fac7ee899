import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { EXPORTS, filesOf } from '../exports/export-index.js';
import { writeFile } from '../exports/write-file.js';
import { nearest } from '../shared/nearest.js';
import { openRelease } from './open-release.js';

/** `npm run export -- <format> --out <dir>`: writes the files of a format, of one address, or of all formats. */
const filters = [...new Set(EXPORTS.flatMap((format) => format.filters))];
const names = EXPORTS.map(({ name }) => name);
const usage = `npm run export -- <format> --out <dir> [${filters.map((name) => `--${name} <value>`).join('] [')}]
Formats: ${names.join(', ')}; all; or one address such as oscal/catalog/nis2.json.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      ...Object.fromEntries(filters.map((name) => [name, { type: 'string', multiple: true } as const])),
    },
  });
  const { out, ...narrowing } = values as Record<string, string[] | undefined> & { out?: string };
  const [wanted, ...more] = positionals;
  if (wanted === undefined || more.length > 0 || out === undefined) throw new Error(usage);
  const parameters = new URLSearchParams(
    Object.entries(narrowing).flatMap(([name, given]) =>
      (given ?? []).map((value): [string, string] => [name, value]),
    ),
  );
  const release = await openRelease();
  const files = EXPORTS.flatMap((format) => filesOf(format, release));
  const chosen = files.filter(
    ({ format, address }) => wanted === 'all' || format.name === wanted || address === wanted,
  );
  if (chosen.length === 0) {
    const near = nearest(wanted, [...names, ...files.map(({ address }) => address)]);
    throw new Error(
      `There is no format ${wanted}. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?\n` : ''}${usage}`,
    );
  }
  for (const [index, file] of chosen.entries()) {
    const target = path.join(out, file.address);
    // With all formats a filter narrows those that know it.
    const known = new URLSearchParams(
      [...parameters].filter(([name]) => wanted !== 'all' || file.format.filters.some((one) => one === name)),
    );
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(Readable.from(writeFile(file, known, release)), createWriteStream(target));
    console.error(`${index + 1}/${chosen.length} ${target}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
