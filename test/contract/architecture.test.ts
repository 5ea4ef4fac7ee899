import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../src/paths.js';

/** Import only from a lower rank or your own folder. Files at the top of src stand above the features. */
const RANKS: Readonly<Record<string, number>> = {
  shared: 0,
  operations: 0,
  client: 0,
  law: 1,
  dataset: 1,
  spreadsheets: 1,
  postgres: 1,
  relations: 2,
  sectors: 2,
  national: 3,
  standards: 3,
  mappings: 4,
  references: 4,
  coverage: 5,
  search: 5,
  reporting: 6,
  training: 6,
  scope: 6,
  seeding: 7,
  exports: 7,
  statement: 7,
  http: 7,
  ask: 7,
  mcp: 7,
  subgraph: 7,
  execution: 7,
  '.': 8,
  commands: 9,
  // Runs in a browser and knows the service by its public API only: nobody imports it, and it imports nobody.
  explorer: 10,
};

interface Import {
  from: string;
  to: string;
}

const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true })
  .map((name) => String(name).split(path.sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name));

const folderOf = (file: string) => file.split('/').slice(0, -1)[0] ?? '.';

/** Relative imports of one file, read by the compiler's own scanner, as paths below src. */
function importsOf(file: string, text: string): Import[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: file, to: path.posix.join(path.posix.dirname(file), name) }));
}

/** The source behind the name that an import gives. */
const sourceOf = (imported: string) =>
  [imported.replace(/\.js$/, '.ts'), imported.replace(/\.js$/, '.tsx')].find((name) =>
    sources.includes(name),
  ) ?? imported;

function breaksTheLaw({ from, to }: Import): boolean {
  if (folderOf(from) === folderOf(to)) return false;
  // ormconfig.ts stands beside src, and only the top may use it.
  const target = to.startsWith('..') ? '.' : folderOf(to);
  const [own, other] = [RANKS[folderOf(from)], RANKS[target]];
  if (folderOf(from) === 'explorer') return true;
  return own === undefined || other === undefined || other >= own;
}

describe('the import law', () => {
  const imports = sources.flatMap((file) =>
    importsOf(file, readFileSync(path.join(ROOT, 'src', file), 'utf8')),
  );

  test('holds: every import goes to a lower rank or the own folder', () => {
    expect(imports.length).toBeGreaterThan(100);
    const broken = imports
      .filter(breaksTheLaw)
      .filter(({ from, to }) => !(folderOf(from) === '.' && to.startsWith('..')));
    expect(broken).toEqual([]);
  });

  test('would notice a breach', () => {
    const breach = importsOf(
      'law/measure.entity.ts',
      "import { Mapping } from '../mappings/mapping.entity.js';",
    );
    expect(breach.filter(breaksTheLaw)).toHaveLength(1);
    expect(breaksTheLaw({ from: 'nowhere/x.ts', to: 'shared/ids.ts' })).toBe(true);
    expect(breaksTheLaw({ from: 'explorer/app.tsx', to: 'shared/nearest.ts' })).toBe(true);
    expect(breaksTheLaw({ from: 'http/respond.ts', to: 'explorer/app.tsx' })).toBe(true);
  });

  test('has no cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), sourceOf(to)]);
    const done = new Set<string>();
    const visit = (file: string, above: string[]): string[] | undefined => {
      if (above.includes(file)) return [...above, file];
      if (done.has(file)) return undefined;
      for (const next of graph.get(file) ?? []) {
        const cycle = visit(next, [...above, file]);
        if (cycle) return cycle;
      }
      done.add(file);
      return undefined;
    };
    for (const file of sources) expect(visit(file, [])).toBeUndefined();
  });
});

describe('the sources', () => {
  /** Descriptions and comments may give an edition as an example; code may not know one. */
  const codeOf = (text: string) =>
    text.replace(
      /\/\*[\s\S]*?\*\/|\/\/.*|description:\s*(['"`])[\s\S]*?\1|(['"`])[^'"`\n]*ISO[^'"`\n]*\2/g,
      '',
    );

  test('name no edition: adding a standard is data only', () => {
    const EDITION = /\b(27001|27002|27005|27011|27019|22301)\b/;
    const naming = sources.filter((file) =>
      EDITION.test(codeOf(readFileSync(path.join(ROOT, 'src', file), 'utf8'))),
    );
    expect(naming).toEqual([]);
    expect(EDITION.test(codeOf("if (standard.id === 'standard/iso-27001') return;"))).toBe(true);
  });
});
