import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * The packed tarball as it would be installed: alone in a folder, beside the packages it depends on. These are linked
 * from here, because installing them anew compiles the database driver for minutes.
 */
describe('the package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kobling-package-'));
  const installed = path.join(folder, 'node_modules', 'kobling');
  const cache = path.join(folder, 'cache');
  const env = { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: cache };
  const bin = path.join(installed, 'dist/src/commands/kobling.js');
  let server: ChildProcess | undefined;

  beforeAll(() => {
    // The build is fresh (test/support/build.js); packing must not do it again while other tests read it.
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    execFileSync('tar', ['-xzf', path.join(folder, tarball), '-C', folder]);
    mkdirSync(path.join(folder, 'node_modules'));
    cpSync(path.join(folder, 'package'), installed, { recursive: true });
    for (const name of readdirSync(path.join(ROOT, 'node_modules')).filter((one) => !one.startsWith('.')))
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
  });
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const kobling = (...args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], { cwd: folder, env, encoding: 'utf8' });

  test('holds what it needs and no tests, sources or databases', () => {
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'LICENSE-KNOWLEDGE',
      'NOTICE',
      'README.md',
      'dist',
      'package.json',
      'schema',
      'seed',
    ]);
  });

  test('answers a reference, with a database in the cache of the user and nothing written beside the code', () => {
    const { stdout, stderr, status } = kobling('ask', '21(2)(d)');
    expect(stderr).toMatch(/^(Building the database from the seed, once \.\.\.\n)?$/);
    expect(status).toBe(0);
    expect(stdout).toContain('[obligation/nis2/21.2.d]');
    expect(readdirSync(path.join(cache, 'kobling'))).toHaveLength(1);
    expect(existsSync(path.join(installed, 'data'))).toBe(false);
  });

  test('serves, and its typed documents ask it', async () => {
    const started = spawn(process.execPath, [bin, 'serve'], {
      cwd: folder,
      env: { ...env, PORT: String(await freePort()) },
    });
    server = started;
    const url = await new Promise<string>((resolve, reject) => {
      let text = '';
      started.stdout.on('data', (data: Buffer) => {
        text += String(data);
        const found = /http:\/\/\S+\/graphql/.exec(text);
        if (found) resolve(found[0]);
      });
      started.once('exit', () => reject(new Error(`It ended, saying: ${text}`)));
    });
    writeFileSync(
      path.join(folder, 'client.mjs'),
      `import { createClient, HowFarDoTheStandardsReachDocument, WhatCoversIncidentHandlingDocument } from 'kobling';
       import { createRequire } from 'node:module';
       import { readFileSync } from 'node:fs';
       const sdl = readFileSync(createRequire(import.meta.url).resolve('kobling/schema.graphql'), 'utf8');
       const client = createClient({ url: process.argv[2] });
       const ask = (obligation) => client.ask(WhatCoversIncidentHandlingDocument,
         { obligation, standards: ['standard/iso27001-2022'], language: 'EN' });
       const { obligation } = await ask('obligation/nis2/21.2.b');
       const refused = await client.ask(HowFarDoTheStandardsReachDocument, { standards: ['standard/iso27001-2023'] }).catch((error) => error);
       const nobody = await createClient({ url: new URL('/nowhere', process.argv[2]).href }).ask(WhatCoversIncidentHandlingDocument, {}).catch((error) => error);
       console.log(JSON.stringify({ level: obligation.coverage.level, sdl: sdl.includes('type Query'),
         refused: [refused.name, refused.errors[0].extensions.suggestions[0]], nobody: nobody.errors?.[0].extensions.code }));`,
    );
    const told = execFileSync(process.execPath, ['client.mjs', url], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual({
      level: 'PARTIAL',
      sdl: true,
      refused: ['KoblingError', 'standard/iso27001-2022'],
      nobody: 'NOT_FOUND',
    });
  });

  test('has types that hold a client to the variables and fields of the schema', () => {
    writeFileSync(
      path.join(folder, 'typed.ts'),
      `import { createClient, WhatCoversIncidentHandlingDocument } from 'kobling';
       const client = createClient({ url: 'http://localhost/graphql' });
       const answer = await client.ask(WhatCoversIncidentHandlingDocument, { obligation: 'a', standards: ['b'] });
       export const level: 'FULL' | 'PARTIAL' | 'NONE' | 'UNASSESSED' | undefined = answer.obligation?.coverage.level;
       // @ts-expect-error The obligation is missing.
       await client.ask(WhatCoversIncidentHandlingDocument, { standards: ['b'] });
       // @ts-expect-error There is no such field.
       export const wrong = answer.obligation?.levle;`,
    );
    const guide = readFileSync(path.join(ROOT, 'docs/for-grc-platforms.md'), 'utf8');
    writeFileSync(path.join(folder, 'guide.ts'), /```ts\n([^]*?)```/.exec(guide)?.[1] ?? '');
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, 'typed.ts', 'guide.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
