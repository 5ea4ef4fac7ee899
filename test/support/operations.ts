import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PATHS } from '../../src/paths.js';

/** One of the example operations, as clients and GraphiQL get them. */
export interface ExampleOperation {
  /** `analyst/01-what-covers-incident-handling`. */
  path: string;
  kindOfUser: string;
  /** Name of the operation in the document. */
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

/** The kinds of users that have a set of their own: the folders of schema/operations. */
export const KINDS_OF_USER = readdirSync(PATHS.operations).sort();

/** All example operations, in the order of their folders and names. */
export const OPERATIONS: readonly ExampleOperation[] = KINDS_OF_USER.flatMap((kindOfUser) =>
  readdirSync(path.join(PATHS.operations, kindOfUser))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readOperation(kindOfUser, file.replace('.graphql', ''))),
);

function readOperation(kindOfUser: string, file: string): ExampleOperation {
  const read = (ending: string) =>
    readFileSync(path.join(PATHS.operations, kindOfUser, `${file}${ending}`), 'utf8');
  const query = read('.graphql');
  return {
    path: `${kindOfUser}/${file}`,
    kindOfUser,
    name: /^query (\w+)/m.exec(query)?.[1] ?? '',
    query,
    variables: JSON.parse(read('.variables.json')) as Record<string, unknown>,
  };
}
