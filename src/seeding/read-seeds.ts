import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { SeedError, type Problem } from './problems.js';
import { SEED_PATHS, Seeds, type SeedFile } from './seed-files.js';

/**
 * Reads every JSON file below `folder`. The checksum is over names and bytes in the order of their names, with
 * line endings as `\n`, so the same seeds have the same checksum on any machine.
 */
export async function readSeeds(folder: string): Promise<Seeds> {
  const problems: Problem[] = [];
  const files: SeedFile[] = [];
  const hash = createHash('sha256');
  for (const name of await listJson(folder)) {
    const file = `seed/${name}`;
    const bytes = await readFile(path.join(folder, name));
    if (!isUtf8(bytes)) {
      problems.push({ file, record: '', message: 'is not UTF-8. Restore the file, or save it as UTF-8.' });
      continue;
    }
    const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
    hash.update(`${name}\0${text}\0`);
    const kind = SEED_PATHS.find(([, pattern]) => pattern.test(name))?.[0];
    if (!kind) {
      problems.push({
        file,
        record: '',
        message: 'no kind of seed file has this path. See schema/seed for the kinds there are.',
      });
      continue;
    }
    try {
      files.push({ path: file, kind, content: JSON.parse(text) as SeedFile['content'] });
    } catch (error) {
      problems.push({
        file,
        record: '',
        message: `is not JSON: ${(error as Error).message}. Mend the syntax.`,
      });
    }
  }
  if (problems.length > 0) throw new SeedError(problems);
  return new Seeds(files, hash.digest('hex'));
}

async function listJson(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}
