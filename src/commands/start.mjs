// `npm start`: builds if the sources changed since the last build, then serves. Plain JavaScript, because it runs
// before there is anything compiled, and with no import of the tools, so that an unchanged start stays quick.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = path.join(root, 'dist', '.built-from');
const INPUTS = [
  'src',
  'schema/operations',
  'ormconfig.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

const digest = digestOf(INPUTS);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  console.log('Building (about half a minute, once) ...');
  const { build } = await import('./build.mjs');
  await build(root);
  writeFileSync(stamp, digest);
}
if (process.argv.includes('--build-only')) process.exit(0);
await import(pathToFileURL(path.join(root, 'dist', 'src', 'main.js')).href);

function digestOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesIn(input) {
  if (path.extname(input)) return [input];
  return readdirSync(path.join(root, input), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}
