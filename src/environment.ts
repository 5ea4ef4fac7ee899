import { bool, cleanEnv, EnvError, host, makeExactValidator, port, str } from 'envalid';
import { readNetworks } from './http/client-address.js';
import { databaseUrl, databaseUrls } from './postgres/database-url.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A whole number from `least` to `most`. */
const wholeNumber = (least: number, most: number) =>
  makeExactValidator<number>((input) => {
    const value = Number(input);
    if (!/^\d+$/.test(input) || value < least || value > most)
      throw new EnvError(`"${input}" is no whole number from ${least} to ${most}.`);
    return value;
  });

/** Values separated by commas, of which `check` throws at the first that is wrong. */
const listOf = (check: (value: string) => void) =>
  makeExactValidator<readonly string[]>((input) => {
    const values = input.split(',').map((value) => value.trim());
    values.forEach(check);
    return values;
  });

const origins = listOf((value) => {
  if (value === '*' || (URL.canParse(value) && new URL(value).origin === value)) return;
  throw new EnvError(
    `"${value}" is no origin. One is https://grc.example, without a path; * is all of them.`,
  );
});

const networks = listOf((value) => void readNetworks([value]));

const headerName = makeExactValidator<string>((input) => {
  if (!/^[a-z0-9-]{1,64}$/i.test(input)) throw new EnvError(`"${input}" is no name of a header.`);
  return input.toLowerCase();
});

/** Every variable that Kobling reads. docs/operations.md has them in a table; a test holds it equal to this. */
export const VARIABLES = {
  HOST: host({ default: '127.0.0.1', desc: 'Address to listen on; `0.0.0.0` for all of this machine.' }),
  PORT: port({ default: 4000, desc: 'Port to listen on.' }),
  DATABASE_FILE: str({
    default: 'data/kobling.sqlite',
    desc: 'File of the embedded database, built from the seed if it is missing or holds another release.',
  }),
  DATABASE_URL: databaseUrl({
    default: undefined,
    desc: 'PostgreSQL, the server that is written to. Not set: the embedded database.',
  }),
  DATABASE_REPLICA_URLS: databaseUrls({
    default: [],
    desc: 'PostgreSQL servers that follow that one and are read from, separated by commas.',
  }),
  CORS_ORIGINS: origins({
    default: ['*'],
    desc: 'Origins whose pages may read answers, separated by commas; `*` is all. Credentials are never used.',
  }),
  RATE_LIMIT: wholeNumber(
    1,
    1_000_000,
  )({ default: undefined, desc: 'Requests a client may make in a minute. Not set: as many as it likes.' }),
  RATE_LIMIT_HEADER: headerName({
    default: undefined,
    desc: 'Header by which a trusted proxy names the client, such as an API key it has checked. Not set: by address.',
  }),
  TRUST_PROXY: networks({
    default: [],
    desc: "Addresses or networks of the proxies in front, separated by commas: only theirs is the word on a client's address.",
  }),
  SUBGRAPH: bool({
    default: false,
    desc: 'Whether `/subgraph` serves the schema as a subgraph of Apollo Federation 2.',
  }),
  MCP: bool({
    default: false,
    desc: 'Whether `/mcp` serves the curated questions to assistants (Model Context Protocol).',
  }),
  METRICS_HOST: host({ default: '127.0.0.1', desc: 'Address on which `/metrics` is served.' }),
  METRICS_PORT: port({
    default: undefined,
    desc: 'Port on which `/metrics` is served. Not set: nothing is counted.',
  }),
  LOG_LEVEL: str<LogLevel>({
    choices: LOG_LEVELS,
    default: 'info',
    desc: 'Least that is logged: `debug`, `info`, `warn`, `error` or `silent`.',
  }),
  LOG_FORMAT: str<'json' | 'plain'>({
    choices: ['json', 'plain'],
    default: undefined,
    desc: '`json`, a JSON object a line, or `plain`, for people. Not set: `plain` at a terminal, otherwise `json`.',
  }),
  LOG_REQUESTS: str<'all' | 'computed' | 'none'>({
    choices: ['all', 'computed', 'none'],
    default: undefined,
    desc: 'Which requests are logged: `all`, `computed`, which leaves out repeats answered with kept bytes, or `none`. Not set: `all` if the format is `json`, otherwise `none`.',
  }),
  DRAIN_MS: wholeNumber(
    0,
    60_000,
  )({
    default: 1_000,
    desc: 'How long a server told to stop says "not ready" and still answers, in milliseconds.',
  }),
};

export type Environment = ReturnType<typeof readEnvironment>;

/** Configuration comes from the environment only. A bad value ends the start with a line that names the variable. */
export function readEnvironment(variables: NodeJS.ProcessEnv, atTerminal = false) {
  // Compose files hand on what is not set as an empty text.
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const environment = cleanEnv(set, VARIABLES, {
    reporter({ errors }) {
      const [first] = Object.entries(errors);
      if (first) throw new Error(`${first[0]}: ${first[1]?.message}`);
    },
  });
  if (environment.RATE_LIMIT_HEADER !== undefined && environment.TRUST_PROXY.length === 0)
    throw new Error(
      'RATE_LIMIT_HEADER: is read from trusted proxies only, because anyone else may write into it what they like. Set TRUST_PROXY.',
    );
  if (environment.DATABASE_REPLICA_URLS.length > 0 && environment.DATABASE_URL === undefined)
    throw new Error('DATABASE_REPLICA_URLS: is of no use without DATABASE_URL, the server that they follow.');
  const format = environment.LOG_FORMAT ?? (atTerminal ? 'plain' : 'json');
  return {
    ...environment,
    LOG_FORMAT: format,
    LOG_REQUESTS: environment.LOG_REQUESTS ?? (format === 'json' ? 'all' : 'none'),
  };
}
