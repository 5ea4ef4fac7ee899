#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { PATHS, VERSION } from '../paths.js';
import { nearest } from '../shared/nearest.js';

/** What `kobling` does. Each is a module that runs when it is imported. */
const COMMANDS: Readonly<Record<string, { does: string; run: () => Promise<unknown> }>> = {
  serve: { does: 'serve the explorer, GraphiQL and GraphQL', run: () => import('../main.js') },
  seed: { does: 'build the database, if it does not hold this release', run: () => import('./seed.js') },
  'check-seed': {
    does: 'say everything that is wrong with the seed',
    run: () => import('./check-seed.js'),
  },
  export: {
    does: 'write the release in the formats of other tools: kobling export mappings.csv --out .',
    run: () => import('./export.js'),
  },
  'gap-analysis': {
    does: 'hold a Statement of Applicability against the duties: kobling gap-analysis soa.xlsx --to md',
    run: () => import('./gap-analysis.js'),
  },
  mcp: {
    does: 'offer the curated questions to an assistant, over standard input and output',
    run: () => import('./mcp.js'),
  },
  ask: {
    does: 'say what a reference means and what covers it: kobling ask "21(2)(d)" [--language da] [--json]',
    run: () => import('./ask.js'),
  },
};

const [name, ...rest] = process.argv.slice(2);
const command = name === undefined ? undefined : COMMANDS[name];
if (command) {
  process.argv.splice(2, process.argv.length, ...rest);
  // Installed, the package's own folder may belong to somebody else: the database is derived, so it stands in a cache.
  if (isInstalled())
    process.env.DATABASE_FILE ??= path.join(cacheFolder(), 'kobling', VERSION, 'kobling.sqlite');
  await command.run();
} else if (name === undefined || name === '--help' || name === 'help') {
  console.log(usage());
} else if (name === '--version') {
  console.log(VERSION);
} else {
  const [near] = nearest(name, Object.keys(COMMANDS));
  console.error(
    `There is no command ${JSON.stringify(name)}.${near ? ` Did you mean ${near}?` : ''}\n\n${usage()}`,
  );
  process.exitCode = 1;
}

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));
  return [
    'kobling <command>',
    '',
    ...Object.entries(COMMANDS).map(([one, { does }]) => `  ${one.padEnd(width)}  ${does}`),
  ].join('\n');
}

function isInstalled(): boolean {
  return !existsSync(path.join(PATHS.sources, 'main.ts'));
}

function cacheFolder(): string {
  return process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
}
