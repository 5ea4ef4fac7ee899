import { createHash } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../src/open-database.js';
import { PATHS } from '../../src/paths.js';
import type { MeasuresSeed, ReleaseSeed } from '../../src/seeding/seed-shapes.js';
import { createServer } from '../../src/server.js';
import { OPERATIONS } from '../support/operations.js';
import { editSeed } from '../support/seeds.js';
import { ask, startSeeding } from './processes.js';
import { expectThat } from './tally.js';

export interface KnownRelease {
  name: 'old' | 'new';
  seedFolder: string;
  /** A file that was seeded without any fault. */
  file: string;
  /** What it answers to each of the questions. */
  answers: readonly string[];
}

/** Parts of one answer that a mixture of two releases could not agree on, and every example operation. */
export const QUESTIONS: readonly { query: string; variables?: object }[] = [
  {
    query: `{
      before: dataset { version checksum }
      measures { title }
      search(text: "hygiene") { totalCount nodes { excerpt } }
      after: dataset { version checksum }
    }`,
  },
  ...OPERATIONS.map(({ query, variables }) => ({ query, variables })),
];

/** The two releases that every fault moves between: the seed as it is, and one with other texts and version. */
export class Releases {
  private readonly judged = new Map<string, KnownRelease | 'neither'>();

  private constructor(
    readonly old: KnownRelease,
    readonly next: KnownRelease,
  ) {}

  static async make(): Promise<Releases> {
    const folder = await newFolder();
    const changed = path.join(folder, 'seed');
    await cp(PATHS.seed, changed, { recursive: true });
    await editSeed<ReleaseSeed>(changed, 'release.json', (release) => (release.version = '999.0.0'));
    await editSeed<MeasuresSeed>(changed, 'law/nis2/measures.json', ({ measures }) => {
      for (const { title } of measures) title.en += ' (changed)';
    });
    const known = async (name: KnownRelease['name'], seedFolder: string): Promise<KnownRelease> => {
      const file = path.join(folder, `${name}.sqlite`);
      const { code, said } = await startSeeding(file, seedFolder).ended;
      expectThat(code === 0, `The ${name} release could not be seeded: ${said}`);
      return { name, seedFolder, file, answers: await answersOf(file) };
    };
    const releases = new Releases(await known('old', PATHS.seed), await known('new', changed));
    const [one, other] = [releases.old.answers, releases.next.answers];
    expectThat(one[0] !== other[0], 'The two releases must be told apart by their answers.');
    expectThat(!one.some((answer) => answer.startsWith('{"errors"')), 'A question is not answered.');
    return releases;
  }

  /** The release that the file holds. Throws unless it is whole, and answers as one of the two does. */
  async in(file: string): Promise<KnownRelease> {
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    let verdict = this.judged.get(digest);
    if (!verdict) {
      const answers = JSON.stringify(await answersOf(file));
      verdict = [this.old, this.next].find((known) => JSON.stringify(known.answers) === answers) ?? 'neither';
      this.judged.set(digest, verdict);
    }
    expectThat(verdict !== 'neither', `${file} answers as neither release does.`);
    return verdict;
  }

  other(release: KnownRelease): KnownRelease {
    return release === this.old ? this.next : this.old;
  }

  /** A database file of the release in a folder of its own. */
  async copy(release: KnownRelease = this.old): Promise<string> {
    const file = path.join(await newFolder(), 'kobling.sqlite');
    await cp(release.file, file);
    return file;
  }
}

/** A folder that everybody may enter, because some faults happen to another user. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kobling-faults-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Proves the file whole, and asks it every question. */
async function answersOf(file: string): Promise<string[]> {
  const server = await createServer({ database: await openDatabase(file) });
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const { port } = server.http.address() as { port: number };
  const answers: string[] = [];
  for (const question of QUESTIONS) answers.push((await ask(port, question)).body);
  await server.stop();
  return answers;
}

export async function namesBeside(file: string): Promise<string[]> {
  return (await readdir(path.dirname(file))).filter((name) => name !== path.basename(file));
}
