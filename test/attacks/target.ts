import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../src/paths.js';

/** What nothing that leaves the server may hold: stacks, places on disk, the engine's words, packages. */
export const LEAKS =
  /node_modules|\bat [\w.<>]+ \(|\.(?:ts|js|mjs):\d+|file:\/\/\/|SQLITE_|SqliteError|no such (?:table|column)|fts5:|QueryFailedError|typeorm|type-graphql|better-sqlite|@apollo|Apollo Server|graphql-js|stacktrace|root:x:0|x-powered-by/i;

/** How long somebody else may have to wait, in milliseconds; the goal is 200 on a machine that does nothing else. */
const NEIGHBOUR_WAITS_AT_MOST = 1_000;
const TRIES = 4;

export interface Target {
  port: number;
  url: string;
  /** The longest that a neighbour had to wait, and beside what. */
  worst: { ms: number; beside: string };
  isAlive(): boolean;
}

/** Starts the built server as its own process, as an operator does. */
export function useTarget(nodeEnv: string | undefined): Target {
  const target = { worst: { ms: 0, beside: '' } } as Target;
  let server: ChildProcess;
  beforeAll(async () => {
    const port = await freePort();
    const env = { ...process.env, PORT: String(port), NODE_ENV: nodeEnv };
    if (nodeEnv === undefined) delete env.NODE_ENV;
    server = spawn(process.execPath, [path.join(ROOT, 'dist/src/main.js')], {
      env: { ...env, DATABASE_FILE: path.join(tmpdir(), 'kobling-test', 'kobling.sqlite') },
      stdio: 'ignore',
    });
    Object.assign(target, {
      port,
      url: `http://127.0.0.1:${port}/graphql`,
      isAlive: () => server.exitCode === null && server.signalCode === null,
    });
    while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) await pause(100);
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  });
  return target;
}

async function freePort(): Promise<number> {
  const probe = createNetServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** Bytes to write, or milliseconds to wait. */
export type Script = readonly (string | Buffer | number)[];

/** Writes to a bare socket and gives back all that comes, until the server closes or says nothing more. */
export async function converse(port: number, script: Script, quietMs = 700): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let heard = '';
  let last = Date.now();
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    heard += text;
    last = Date.now();
  });
  // A server that refuses may close while we still write.
  socket.on('error', () => undefined);
  let isOver = false;
  socket.once('end', () => (isOver = true)).once('close', () => (isOver = true));
  await once(socket, 'connect').catch(() => undefined);
  for (const step of script) {
    if (typeof step === 'number') await pause(step);
    else if (socket.writable) socket.write(step);
  }
  while (!isOver && !isOneWholeAnswer(heard) && Date.now() - last < quietMs) await pause(5);
  socket.destroy();
  return heard;
}

function isOneWholeAnswer(heard: string): boolean {
  if (/^HTTP\/1\.1 (?:204|304|307|417) [^]*\r\n\r\n/.test(heard)) return true;
  const [head = '', ...rest] = heard.split('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return length !== undefined && rest.join('\r\n\r\n').length >= Number(length);
}

export interface Reply {
  /** 0 if the connection was closed without an answer. */
  status: number;
  text: string;
}

export function readReply(heard: string): Reply {
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0), text: heard };
}

/** Codes of the errors in an answer. */
export function codesIn({ text }: Reply): string[] {
  return [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code = '']) => code);
}

/** Attacks while a neighbour asks, again if the machine was busy: what blocks does so each time. */
export async function withNeighbour(
  target: Target,
  name: string,
  attack: () => Promise<Reply>,
): Promise<Reply> {
  let least = Infinity;
  let reply: Reply = { status: 0, text: '' };
  for (let tried = 0; tried < TRIES && least > NEIGHBOUR_WAITS_AT_MOST; tried += 1) {
    const attacking = attack();
    await pause(3);
    const start = performance.now();
    const neighbour = await fetch(target.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ dataset { version } }' }),
    });
    expect(await neighbour.text()).toContain('"version"');
    least = Math.min(least, performance.now() - start);
    reply = await attacking;
  }
  if (least > target.worst.ms) target.worst = { ms: least, beside: name };
  expect(least).toBeLessThanOrEqual(NEIGHBOUR_WAITS_AT_MOST);
  expect(target.isAlive()).toBe(true);
  expect(reply.text).not.toMatch(LEAKS);
  expect(reply.text).not.toContain(ROOT);
  expect(codesIn(reply)).not.toContain('INTERNAL_SERVER_ERROR');
  expect(reply.status).toBeLessThan(500);
  return reply;
}

/** Sends GraphQL as a client does. */
export async function post(target: Target, body: unknown): Promise<Reply> {
  const answer = await fetch(target.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const headers = [...answer.headers].map(([key, value]) => `${key}: ${value}`).join('\r\n');
  return { status: answer.status, text: `${headers}\r\n\r\n${await answer.text()}` };
}
