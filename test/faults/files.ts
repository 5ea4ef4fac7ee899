import Sqlite from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AS_NOBODY, ask, get, run, startSeeding, withServer, type RunningServer } from './processes.js';
import { namesBeside, newFolder, QUESTIONS, type KnownRelease, type Releases } from './releases.js';
import { expectThat, sleep, Tally, type Outcome } from './tally.js';

/** How long a server may take to notice another file, load and swap it. */
const NOTICED_WITHIN_MS = 20_000;

const STRANGERS: Record<string, (file: string) => unknown> = {
  'a text file': (file) => writeFile(file, 'Dear diary'),
  "another program's database": (file) => new Sqlite(file).exec('CREATE TABLE diary (day)').close(),
  'a folder': (file) => mkdir(file),
  'a pipe': (file) => execFileSync('mkfifo', [file]),
  'a database of a newer format': (file) => new Sqlite(file).exec('PRAGMA user_version = 99').close(),
};

/** Whatever is not ours to replace ends the start with one line that names it, and stays what it was. */
export async function startOverStrangers(releases: Releases): Promise<Outcome> {
  const tally = new Tally('starts over a file that is not ours', Object.keys(STRANGERS).length + 1);
  for (const [what, make] of Object.entries(STRANGERS)) {
    const file = await releases.copy();
    if (!what.includes('newer')) await rm(file);
    await make(file);
    await tally.try(what, () => expectStartRefused(file));
  }
  const locked = await releases.copy();
  await chmod(locked, 0);
  await tally.try('a file that may not be read', () => expectStartRefused(locked, AS_NOBODY));
  return tally.outcome;
}

async function expectStartRefused(file: string, user = {}): Promise<void> {
  const before = await contentOf(file);
  const { code, said } = await run('src/main.js', [], { env: { DATABASE_FILE: file }, ...user }).ended;
  expectThat(code === 1, `It ended with ${code}.`);
  expectThat(
    /^DATABASE_FILE: [^\n]+$/.test(said) && said.includes(file),
    `It did not say in a line why: ${said}`,
  );
  expectThat((await contentOf(file)) === before, 'It was changed.');
  expectThat((await namesBeside(file)).length === 0, 'Something was left behind.');
}

async function contentOf(file: string): Promise<string> {
  const found = await stat(file);
  return found.isFile() ? (await readFile(file)).toString('base64') : `${found.ino} ${found.mode}`;
}

/** What happens to the file while it is served changes no answer; a whole release put there afterwards is served. */
export async function changeFileWhileServing(releases: Releases): Promise<Outcome> {
  const clean = await readFile(releases.old.file);
  const changes: Record<string, (file: string) => unknown> = {
    'is overwritten in place by noise': (file) => writeFile(file, Buffer.alloc(clean.length, 7)),
    'is cut in place': (file) => writeFile(file, clean.subarray(0, clean.length / 2)),
    'has a byte changed in place': (file) => {
      const bytes = Buffer.from(clean);
      bytes.writeUInt8(bytes.readUInt8(9_000_000) ^ 1, 9_000_000);
      return writeFile(file, bytes);
    },
    'is emptied': (file) => writeFile(file, ''),
    'is removed': (file) => rm(file),
    ...Object.fromEntries(
      ['a text file', "another program's database", 'a folder', 'a pipe'].map((what) => [
        `becomes ${what}`,
        async (file: string) => {
          await rm(file);
          await STRANGERS[what]?.(file);
        },
      ]),
    ),
  };
  const tally = new Tally('changes of the file while it is served', Object.keys(changes).length);
  const file = await releases.copy();
  await withServer(file, async (server) => {
    let served = releases.old;
    for (const [what, change] of Object.entries(changes)) {
      await tally.try(`the file ${what}`, async () => {
        await change(file);
        await sleep(2_500);
        await expectAnswersOf(server, served);
        await rm(file, { recursive: true, force: true });
        served = releases.other(served);
        await cp(served.file, file);
        await expectServedSoon(server, served);
      });
    }
  });
  return tally.outcome;
}

async function expectAnswersOf({ port }: RunningServer, { answers, name }: KnownRelease): Promise<void> {
  expectThat((await get(port, '/readyz')).status === 200, 'It is not ready.');
  for (const [index, { query, variables }] of QUESTIONS.entries()) {
    // A question never asked before is not answered from what is kept.
    const { body } = await ask(port, { query: `${query}\n# ${Math.random()}`, variables });
    expectThat(
      body === answers[index],
      `It answers question ${index + 1} otherwise than the ${name} release.`,
    );
  }
}

async function expectServedSoon(server: RunningServer, release: KnownRelease): Promise<void> {
  const until = Date.now() + NOTICED_WITHIN_MS;
  while ((await ask(server.port, QUESTIONS[0] ?? {})).body !== release.answers[0]) {
    expectThat(Date.now() < until, `The ${release.name} release, whole again, is not served.`);
    await sleep(100);
  }
  await expectAnswersOf(server, release);
}

/** Whoever reads what the server writes goes away: it goes on answering, and takes in the next release. */
export async function loseLogReader(releases: Releases): Promise<Outcome> {
  const tally = new Tally('the reader of the log goes away', 1);
  const file = await releases.copy();
  await tally.try('both ends closed', () =>
    withServer(file, async (server) => {
      server.child.stdout?.destroy();
      server.child.stderr?.destroy();
      await writeFile(file, 'damage, which is told');
      await sleep(2_500);
      await expectAnswersOf(server, releases.old);
      await cp(releases.next.file, file);
      await expectServedSoon(server, releases.next);
    }),
  );
  return tally.outcome;
}

/** A full disk: the reseed fails in words, what was served stays, and when there is room it works. */
export async function fillDisk(releases: Releases): Promise<Outcome> {
  const tally = new Tally('a full disk', 2);
  const file = await releases.copy();
  const limit = { largestFile: 8_192 };
  await tally.try('files may grow to 8 MiB only', () => expectReseedFails(releases, file, limit));

  const mounted = await newFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'none', mounted], { stdio: 'pipe' });
  } catch {
    console.error('  SKIPPED: a small disk, because this user may not mount one.');
    return tally.outcome;
  }
  try {
    const onSmallDisk = path.join(mounted, 'kobling.sqlite');
    await cp(releases.old.file, onSmallDisk);
    await tally.try('a disk of 24 MiB', () =>
      expectReseedFails(releases, onSmallDisk, {}, () =>
        execFileSync('mount', ['-o', 'remount,size=200m', mounted]),
      ),
    );
  } finally {
    execFileSync('umount', ['--lazy', mounted]);
  }
  return tally.outcome;
}

/** Seeding over the old release fails readably while `limits` hold, harms nothing, and works after `lift`. */
async function expectReseedFails(
  releases: Releases,
  file: string,
  limits: Parameters<typeof startSeeding>[2],
  lift?: () => unknown,
): Promise<void> {
  await withServer(file, async (server) => {
    const { code, said } = await startSeeding(file, releases.next.seedFolder, limits).ended;
    expectThat(code === 1, `It ended with ${code}.`);
    const line = `^DATABASE_FILE: ${file} could not be written \\(\\w+\\); what was there is unchanged\\.[^\\n]+$`;
    expectThat(new RegExp(line).test(said), `It did not say in a line why: ${said}`);
    expectThat((await namesBeside(file)).length === 0, 'Something was left behind.');
    expectThat((await releases.in(file)) === releases.old, 'The old release is gone.');
    await expectAnswersOf(server, releases.old);
    await lift?.();
    expectThat(
      (await startSeeding(file, releases.next.seedFolder).ended).code === 0,
      'It does not seed again.',
    );
    await expectServedSoon(server, releases.next);
  });
}

/** Locks and rights: serving needs to read the file, seeding to write the folder, and nothing else. */
export async function lockFile(releases: Releases): Promise<Outcome> {
  const tally = new Tally('a locked file or folder', 3);
  const file = await releases.copy();
  const holder = new Sqlite(file);
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  await tally.try('another process holds an exclusive lock', () =>
    withServer(file, async (server) => {
      await expectAnswersOf(server, releases.old);
      expectThat((await startSeeding(file, releases.next.seedFolder).ended).code === 0, 'It does not seed.');
      await expectServedSoon(server, releases.next);
    }),
  );
  holder.close();

  const readOnly = await releases.copy();
  await giveToNobody(path.dirname(readOnly));
  await chmod(readOnly, 0o444);
  await tally.try('the file may only be read', () =>
    withServer(
      readOnly,
      async (server) => {
        const { code, said } = await startSeeding(readOnly, releases.next.seedFolder, AS_NOBODY).ended;
        expectThat(code === 0, `It does not seed: ${said}`);
        await expectServedSoon(server, releases.next);
      },
      AS_NOBODY,
    ),
  );

  const inClosedFolder = await releases.copy();
  const folder = path.dirname(inClosedFolder);
  await giveToNobody(folder);
  await chmod(folder, 0o555);
  await tally.try('the folder may not be written', () =>
    withServer(
      inClosedFolder,
      async (server) => {
        const { code, said } = await startSeeding(inClosedFolder, releases.next.seedFolder, AS_NOBODY).ended;
        expectThat(code === 1 && /^DATABASE_FILE: [^\n]+$/.test(said), `It ended with ${code}: ${said}`);
        await expectAnswersOf(server, releases.old);
      },
      AS_NOBODY,
    ),
  );
  await chmod(folder, 0o755);
  return tally.outcome;
}

async function giveToNobody(folder: string): Promise<void> {
  if (AS_NOBODY.uid !== undefined) await chown(folder, AS_NOBODY.uid, AS_NOBODY.uid);
}
