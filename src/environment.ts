import { cleanEnv, host, port, str } from 'envalid';

export interface Environment {
  HOST: string;
  PORT: number;
  DATABASE_FILE: string;
}

/** Configuration comes from the environment only. A bad value ends the start with a line that names the variable. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  return cleanEnv(
    variables,
    {
      HOST: host({ default: '127.0.0.1', desc: 'Address to listen on.' }),
      PORT: port({ default: 4000, desc: 'Port to listen on.' }),
      DATABASE_FILE: str({ default: 'data/kobling.sqlite', desc: 'File of the embedded database.' }),
    },
    {
      reporter({ errors }) {
        const [first] = Object.entries(errors);
        if (first) throw new Error(`${first[0]}: ${first[1].message}`);
      },
    },
  );
}
