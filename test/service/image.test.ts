import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/environment.js';
import { ROOT } from '../../src/paths.js';

/*
 * The image itself needs a container engine. What is tested here is what its last stage says, step by step, without
 * one: the files it copies, and no others; the commands it runs; a user without rights on a tree that is read-only.
 */
const lastStage =
  readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8')
    .replace(/\\\n/g, ' ')
    .split(/^FROM /m)
    .at(-1) ?? '';
const instructions = (word: string) =>
  [...lastStage.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest]) => rest?.trim() ?? '');
const ENV = Object.fromEntries(
  instructions('ENV').flatMap((line) => line.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
);
const commandOf = (text: string) => JSON.parse(text.slice(text.indexOf('['))) as string[];
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const app = mkdtempSync(path.join(tmpdir(), 'kobling-image-'));
chmodSync(app, 0o755);
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', app]);
  rmSync(app, { recursive: true, force: true });
});

/** What `npm ci --omit=dev` installs, taken from where everything is installed. */
function copyProductionPackages(target: string): void {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  for (const [folder, { dev, devOptional }] of Object.entries(lock.packages)) {
    if (folder === '' || dev || devOptional || !existsSync(path.join(ROOT, folder))) continue;
    cpSync(path.join(ROOT, folder), path.join(target, folder), {
      recursive: true,
      // Packages below it are listed by themselves; of the rest, what Node can load is enough to serve.
      filter: (file) =>
        !path.relative(path.join(ROOT, folder), file).split(path.sep).includes('node_modules') &&
        (statSync(file).isDirectory() || /\.([cm]?js|json|node|wasm)$/.test(file)),
    });
  }
}

function buildTree(): void {
  for (const line of instructions('COPY')) {
    const words = line.split(/\s+/).filter((word) => !word.startsWith('--'));
    const target = words.pop() ?? '';
    for (const source of words.map((word) => word.replace(/^\/app\//, ''))) {
      if (source === 'node_modules') copyProductionPackages(app);
      else
        cpSync(path.join(ROOT, source), path.join(app, target === './' ? source : target), {
          recursive: true,
        });
    }
  }
  for (const line of instructions('RUN')) {
    const [command = '', ...rest] = line.split(/\s+/);
    execFileSync(command === 'node' ? process.execPath : command, rest, {
      cwd: app,
      env: { ...ENV, PATH: process.env.PATH },
    });
  }
  execFileSync('chmod', ['-R', 'a-w,a+rX', app]);
}

const filesOf = () =>
  readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('node_modules'))
    .sort()
    .map((name) => [name, statSync(path.join(app, name)).mtimeMs]);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

describe('the image', () => {
  test('serves from a read-only tree as a user without rights, is healthy, and stops when told', async () => {
    buildTree();
    const before = filesOf();
    const port = String(await freePort());
    const options = {
      cwd: app,
      env: { ...ENV, HOST: '127.0.0.1', PORT: port, PATH: process.env.PATH, HOME: '/nonexistent' },
      ...NOBODY,
    };
    const [, ...server] = commandOf(instructions('CMD')[0] ?? '');
    const process_ = spawn(process.execPath, server, options);
    let output = '';
    process_.stdout.on('data', (data: Buffer) => (output += String(data)));
    process_.stderr.on('data', (data: Buffer) => (output += String(data)));
    const ended = once(process_, 'exit');
    const [, ...check] = commandOf(instructions('HEALTHCHECK')[0] ?? '');
    const health = () => spawnSync(process.execPath, check, options).status;
    try {
      expect(health()).toBe(1);
      let healthy = health();
      for (let tries = 0; healthy !== 0 && tries < 60 && process_.exitCode === null; tries += 1)
        healthy = health();
      expect([healthy, output]).toEqual([0, expect.any(String)]);
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ dataset { version } search(text: "backup") { totalCount } }' }),
      });
      expect(await answer.json()).toMatchObject({ data: { search: { totalCount: expect.any(Number) } } });
      const page = await fetch(`http://127.0.0.1:${port}/graphql`, { headers: { accept: 'text/html' } });
      expect(page.headers.get('content-type')).toContain('text/html');
    } finally {
      process_.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
    expect(output).toContain(`Look at http://127.0.0.1:${port}/`);
    expect(filesOf()).toEqual(before);
    for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
  }, 180_000);

  test('has no tools of development, and a user other than root', () => {
    const tools = readdirSync(path.join(app, 'node_modules'));
    for (const tool of ['typescript', 'jest', 'esbuild', 'playwright-core'])
      expect(tools).not.toContain(tool);
    expect(instructions('USER')).toEqual(['node']);
  });
});

interface Service {
  image: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  environment?: Record<string, string>;
}
const { services } = parse(readFileSync(path.join(ROOT, 'compose.yaml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

test('compose files and image set only variables that exist', () => {
  // Of Node and of the database of several machines.
  const known = [...Object.keys(VARIABLES), 'NODE_ENV', 'DATABASE_URL'];
  const own = Object.values(services).filter(({ image }) => image === 'kobling');
  const set = [ENV, ...own.map(({ environment }) => environment ?? {})].flatMap((names) =>
    Object.keys(names),
  );
  expect(own).toHaveLength(2);
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
});

test('the composed services run read-only and without capabilities', () => {
  for (const { read_only, cap_drop, security_opt } of [
    services.kobling,
    services['kobling-replica'],
  ] as Service[])
    expect([read_only, cap_drop, security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
});
