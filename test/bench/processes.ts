import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FloorAnswers } from './floor.js';
import type { LoadOrder, LoadReport } from './load.js';

/** A server in a process of its own. */
export interface Served {
  /** Address of the GraphQL endpoint. */
  url: string;
  pid: number;
  /** Milliseconds from the start of the process until it listened. */
  startedIn: number;
  stop(): void;
}

const HERE = path.dirname(fileURLToPath(import.meta.url));
const STARTS_WITHIN_MS = 120_000;
const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

/** Kobling as it is run: `main.js` of the build in `folder`, on a free port, serving `file`. */
export async function startKobling(
  folder: string,
  file: string,
  nodeOptions: string[] = [],
): Promise<Served> {
  const { NODE_ENV: _, ...environment } = process.env;
  const from = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, path.join(folder, 'dist/src/main.js')], {
    cwd: folder,
    env: {
      ...environment,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      DATABASE_FILE: file,
      // Neither the floor nor the peers write a line for each request.
      LOG_REQUESTS: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  keep(child);
  const url = await new Promise<string>((resolve, reject) => {
    let told = '';
    const read = (chunk: Buffer) => {
      told += chunk.toString();
      const [address] = /http:\/\/[\d.]+:\d+\/graphql/.exec(told) ?? [];
      if (!address) return;
      child.stdout.off('data', read).resume();
      resolve(address);
    };
    child.stdout.on('data', read);
    rejectIfItEnds(child, 'Kobling', reject);
  });
  return served(child, url, performance.now() - from);
}

/** A module beside this one that sends `{ url }` when it listens. */
export async function startPeer(module: string, ...args: string[]): Promise<Served> {
  const from = performance.now();
  const child = startModule(module, args);
  const { url } = await messageOf<{ url: string }>(child, module);
  return served(child, url, performance.now() - from);
}

export interface Floor extends Served {
  keep(answers: FloorAnswers): Promise<void>;
}

export async function startFloor(): Promise<Floor> {
  const child = startModule('floor.js');
  const { url } = await messageOf<{ url: string }>(child, 'floor.js');
  return {
    ...served(child, url, 0),
    async keep(answers) {
      child.send(answers);
      await messageOf(child, 'floor.js');
    },
  };
}

export interface LoadGenerator {
  run(order: LoadOrder): Promise<LoadReport>;
  stop(): void;
}

export async function startLoad(): Promise<LoadGenerator> {
  const child = startModule('load.js');
  await messageOf(child, 'load.js');
  return {
    run(order) {
      child.send(order);
      return messageOf<LoadReport>(child, 'load.js');
    },
    stop: () => child.kill(),
  };
}

/**
 * Milliseconds of CPU a process has used, all its threads together. The scheduler's own count is in nanoseconds;
 * `/proc/<pid>/stat` counts the same in hundredths of a second.
 */
export function cpuOf(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // A thread that ended while the list was read.
    }
  }
  return nanoseconds / 1e6;
}

/** Resident memory of a process in MB. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function startModule(module: string, args: string[] = []): ChildProcess {
  const { NODE_ENV: _, ...environment } = process.env;
  const child = fork(path.join(HERE, module), args, { env: environment, serialization: 'advanced' });
  keep(child);
  return child;
}

function keep(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

function served(child: ChildProcess, url: string, startedIn: number): Served {
  return { url, pid: child.pid ?? 0, startedIn, stop: () => void child.kill('SIGKILL') };
}

function messageOf<T>(child: ChildProcess, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${name} ended with ${code}.`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}

function rejectIfItEnds(child: ChildProcess, name: string, reject: (reason: Error) => void): void {
  child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened.`)));
  setTimeout(() => reject(new Error(`${name} did not listen in time.`)), STARTS_WITHIN_MS).unref();
}
