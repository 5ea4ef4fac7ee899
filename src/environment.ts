import { cleanEnv, host, port, str } from 'envalid';
import { databaseUrl, databaseUrls } from './postgres/database-url.js';

export interface Environment {
  HOST: string;
  PORT: number;
  DATABASE_FILE: string;
  /** Undefined where the embedded database is the engine. */
  DATABASE_URL: string | undefined;
  DATABASE_REPLICA_URLS: string[];
}

/** Configuration comes from the environment only. A bad value ends the start with a line that names the variable. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const environment = cleanEnv(
    variables,
    {
      HOST: host({ default: '127.0.0.1', desc: 'Address to listen on.' }),
      PORT: port({ default: 4000, desc: 'Port to listen on.' }),
      DATABASE_FILE: str({ default: 'data/kobling.sqlite', desc: 'File of the embedded database.' }),
      DATABASE_URL: databaseUrl({
        default: undefined,
        desc: 'PostgreSQL, the server that is written to; left out, the embedded database is used.',
      }),
      DATABASE_REPLICA_URLS: databaseUrls({
        default: [],
        desc: 'PostgreSQL servers that follow that one and are read from, with commas between.',
      }),
    },
    {
      reporter({ errors }) {
        const [first] = Object.entries(errors);
        if (first) throw new Error(`${first[0]}: ${first[1].message}`);
      },
    },
  );
  if (environment.DATABASE_REPLICA_URLS.length > 0 && environment.DATABASE_URL === undefined)
    throw new Error('DATABASE_REPLICA_URLS: is of no use without DATABASE_URL, the server that they follow.');
  return environment;
}
