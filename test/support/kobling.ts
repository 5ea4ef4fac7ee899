import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource, Logger } from 'typeorm';
import { createDataSource } from '../../ormconfig.js';
import { PATHS } from '../../src/paths.js';
import type { Release } from '../../src/release.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';
import { createServer, type KoblingServer, type ServerOptions } from '../../src/server.js';

/** One database for all test files: seeding swaps it in whole, so whoever comes first builds it. */
const SHARED_DATABASE = path.join(tmpdir(), 'kobling-test', 'kobling.sqlite');

export interface Answer {
  status: number;
  // The tests read whatever shape they asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: {
    message: string;
    path?: string[];
    extensions: { code: string; suggestions?: string[]; argument?: string };
  }[];
}

export interface Kobling {
  url: string;
  release: Release;
  database: DataSource;
  /** Sends a query over HTTP, as a client would. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The same, at another address. */
  askAt(url: string, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** How many SQL statements `work` sends to the database. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
}

export interface KoblingOptions {
  seedFolder?: string;
  file?: string;
  graphiqlFolder?: string;
  explorerFolder?: string;
  subgraph?: boolean;
  mcp?: boolean;
  /** Told of every error that a caller only sees masked; by default such an error fails the test run loudly. */
  logError?: (error: unknown, requestId?: string) => void;
  /** What else the server is started with. */
  server?: Partial<ServerOptions>;
}

/** Starts a server on a free port for the tests of this file, on a real database seeded from the real seeds. */
export function useKobling(options: KoblingOptions = {}): Kobling {
  let server: KoblingServer;
  const kobling = {} as Kobling;
  beforeAll(async () => {
    const file = options.file ?? SHARED_DATABASE;
    await ensureDatabase({
      file,
      seedFolder: options.seedFolder ?? PATHS.seed,
      schemaFolder: PATHS.seedSchemas,
      openDatabase: createDataSource,
    });
    const database = await createDataSource(file).initialize();
    server = await createServer({
      database,
      graphiqlFolder: options.graphiqlFolder,
      explorerFolder: options.explorerFolder,
      subgraph: options.subgraph,
      mcp: options.mcp,
      logError: options.logError,
      ...options.server,
    });
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    const address = server.http.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql`;
    Object.assign(kobling, {
      url,
      release: server.release,
      database,
      ask: (query: string, variables?: object) => ask(url, query, variables),
      askAt: ask,
      countStatements: (work: () => Promise<unknown>) => countStatements(database, work),
    });
  });
  afterAll(async () => {
    await server.stop();
  });
  return kobling;
}

async function ask(url: string, query: string, variables?: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

async function countStatements(database: DataSource, work: () => Promise<unknown>): Promise<number> {
  let statements = 0;
  const silent = () => undefined;
  const counting: Logger = {
    logQuery: () => void (statements += 1),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const { logger } = database;
  database.logger = counting;
  try {
    await work();
  } finally {
    database.logger = logger;
  }
  return statements;
}
