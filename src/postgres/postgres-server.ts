import type { DataSource, QueryRunner } from 'typeorm';
import type { Work } from '../shared/database.js';
import { ServerUnavailable, unavailabilityOf } from './unavailable.js';

/** Opening a connection pool, and getting a connection from it. */
const CONNECTED_WITHIN_MS = 2_000;
/** As many as a pool of the driver holds. */
const MOST_CONNECTIONS = 10;
/** A server that hung is left alone for so long; then one read tries it, and the others still do not. */
const REST_MS = 1_000;

interface Client {
  end: () => Promise<void>;
}

export interface PostgresServerOptions {
  /** For logs; without user and password. */
  name: string;
  createSource: () => DataSource;
  /** Told once when the server stops answering, and once when it answers again. */
  log: (message: string) => void;
}

/** One server, which may be down, be frozen, restart, or cut connections at any time. */
export class PostgresServer {
  private opening: Promise<DataSource> | undefined;
  private failure: ServerUnavailable | undefined;
  private restsUntil = 0;

  constructor(private readonly options: PostgresServerOptions) {}

  private get name(): string {
    return this.options.name;
  }

  /** Whether it is not worth a wait now. */
  get rests(): boolean {
    return Date.now() < this.restsUntil;
  }

  /** Throws ServerUnavailable if it does not answer in time; what `work` itself does wrong is thrown as it is. */
  async run<T>(work: Work<T>, withinMs: number): Promise<T> {
    if (this.failure?.hangs) this.restsUntil = Date.now() + REST_MS;
    try {
      const result = await this.tryEachConnection(work, withinMs);
      this.tellUp();
      return result;
    } catch (error) {
      if (!(error instanceof ServerUnavailable)) throw error;
      this.tellDown(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    const source = await this.opening?.catch(() => undefined);
    // A frozen server does not say goodbye.
    if (source?.isInitialized) await within(CONNECTED_WITHIN_MS, source.destroy()).catch(() => undefined);
  }

  /** Connections that were cut are found out only by using them, and the pool may hold nothing else. */
  private async tryEachConnection<T>(work: Work<T>, withinMs: number): Promise<T> {
    for (let left = MOST_CONNECTIONS; ; left -= 1) {
      try {
        return await this.try(work, withinMs);
      } catch (error) {
        if (!(error instanceof ServerUnavailable) || error.hangs || left === 0) throw error;
      }
    }
  }

  private async try<T>(work: Work<T>, withinMs: number): Promise<T> {
    const { runner, client } = await this.connect();
    let isLate = false;
    const cut = () => {
      isLate = true;
      // A connection that waits for an answer is closed at once by this, and the wait ends.
      void client.end();
    };
    const timer = setTimeout(cut, withinMs);
    try {
      return await work(runner.manager);
    } catch (error) {
      const unavailable = isLate
        ? new ServerUnavailable(`no answer within ${withinMs} ms`, true)
        : unavailabilityOf(error);
      // The pool would hand out a connection again that still waits for its answer.
      if (unavailable?.hangs) void client.end();
      throw unavailable ?? error;
    } finally {
      clearTimeout(timer);
      await runner.release();
    }
  }

  /** Whatever goes wrong here, the server does not let us in. */
  private async connect(): Promise<{ runner: QueryRunner; client: Client }> {
    let runner: QueryRunner | undefined;
    try {
      const source = await within(CONNECTED_WITHIN_MS, this.open());
      runner = source.createQueryRunner();
      return { runner, client: (await runner.connect()) as Client };
    } catch (error) {
      await runner?.release();
      throw error instanceof ServerUnavailable
        ? error
        : (unavailabilityOf(error) ?? new ServerUnavailable((error as Error).message, true));
    }
  }

  private open(): Promise<DataSource> {
    this.opening ??= this.options
      .createSource()
      .initialize()
      .catch((error: unknown) => {
        this.opening = undefined;
        throw error;
      });
    return this.opening;
  }

  private tellUp(): void {
    if (this.failure) this.options.log(`PostgreSQL at ${this.name} can be read from again.`);
    this.failure = undefined;
    this.restsUntil = 0;
  }

  private tellDown(failure: ServerUnavailable): void {
    if (!this.failure) this.options.log(`PostgreSQL at ${this.name} cannot be read from: ${failure.reason}`);
    this.failure = failure;
    this.restsUntil = failure.hangs ? Date.now() + REST_MS : 0;
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServerUnavailable(`no answer within ${ms} ms`, true)), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
