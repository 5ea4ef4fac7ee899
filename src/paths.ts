import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root: the nearest folder upwards with a package.json, from the sources and from dist alike. */
export const ROOT = findRoot(path.dirname(fileURLToPath(import.meta.url)));

/** The version of the program; the knowledge has one of its own, in the release. */
export const { version: VERSION } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

export const PATHS = {
  sources: path.join(ROOT, 'src'),
  seed: path.join(ROOT, 'seed'),
  seedSchemas: path.join(ROOT, 'schema', 'seed'),
  operations: path.join(ROOT, 'schema', 'operations'),
  sdl: path.join(ROOT, 'schema', 'schema.graphql'),
  subgraphSdl: path.join(ROOT, 'schema', 'subgraph.graphql'),
  coveragePages: path.join(ROOT, 'docs', 'coverage'),
  graphiql: path.join(ROOT, 'dist', 'graphiql'),
  explorer: path.join(ROOT, 'dist', 'explorer'),
} as const;

function findRoot(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : findRoot(path.dirname(folder));
}
