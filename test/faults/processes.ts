import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';
import { expectThat, sleep } from './tally.js';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it wrote to standard error. */
  said: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Root may do everything, so what a plain user may not do is tried as nobody. */
const NOBODY = 65_534;
export const AS_NOBODY = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

interface RunOptions {
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Largest file it may write, in blocks of 1 KiB. */
  largestFile?: number;
}

export function run(script: string, args: string[], options: RunOptions = {}): Running {
  const { largestFile, env, ...user } = options;
  const command = [process.execPath, path.join(ROOT, 'dist', script), ...args];
  // The signal of the limit is ignored, so that writing fails as it does on a full disk.
  const limited = `trap '' XFSZ; ulimit -f ${largestFile}; exec "$@"`;
  const [program = '', ...rest] =
    largestFile === undefined ? command : ['bash', '-c', limited, 'bash', ...command];
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  child.stdout?.resume();
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, said: said.trim() })),
  );
  return { child, ended };
}

export const startSeeding = (file: string, seedFolder: string, options?: RunOptions) =>
  run('test/faults/seed-child.js', [file, seedFolder], options);

export interface RunningServer extends Running {
  port: number;
  /** From spawning it until it said that it is ready, in milliseconds. */
  readyAfter: number;
}

/** `npm start` on the file, as soon as it is ready. Throws with what it said if it ends before. */
export async function startServer(
  file: string,
  options: RunOptions & { port?: number } = {},
): Promise<RunningServer> {
  const { port = await findFreePort(), ...others } = options;
  const started = Date.now();
  const running = run('src/main.js', [], { ...others, env: { DATABASE_FILE: file, PORT: String(port) } });
  const state = { ended: undefined as Ended | undefined };
  void running.ended.then((ended) => (state.ended = ended));
  while ((await get(port, '/readyz').catch(() => null))?.status !== 200) {
    if (state.ended) throw new Error(`The server ended: ${state.ended.said}`);
    expectThat(Date.now() - started < 60_000, 'The server was not ready within a minute.');
    await sleep(20);
  }
  return { ...running, port, readyAfter: Date.now() - started };
}

/** Runs `work` with a server on the file, which is gone afterwards. */
export async function withServer<T>(
  file: string,
  work: (server: RunningServer) => Promise<T>,
  options?: Parameters<typeof startServer>[1],
): Promise<T> {
  const server = await startServer(file, options);
  try {
    return await work(server);
  } finally {
    server.child.kill('SIGKILL');
    await server.ended;
  }
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Keeps connections, as platforms do. */
export const keepingAgent = () => new Agent({ keepAlive: true });

export const get = (port: number, address: string, agent?: Agent) => send(port, address, 'GET', '', agent);

export const ask = (port: number, question: object, agent?: Agent) =>
  send(port, '/graphql', 'POST', JSON.stringify(question), agent);

function send(port: number, address: string, method: string, body: string, agent?: Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = request({ port, host: '127.0.0.1', path: address, method, headers, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.setTimeout(30_000, () => outgoing.destroy(new Error('No answer within 30 s.')));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
