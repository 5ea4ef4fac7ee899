// Compiles the sources with tsc and bundles GraphiQL and the explorer with esbuild into dist/.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleExplorer } from './bundle-explorer.mjs';

export async function build(root) {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    { cwd: root, stdio: 'inherit' },
  );
  await bundleGraphiql(root);
  await bundleExplorer(root);
}

async function bundleGraphiql(root) {
  const esbuild = await import('esbuild');
  const source = path.join(root, 'src/http/graphiql');
  const outdir = path.join(root, 'dist/graphiql');
  mkdirSync(outdir, { recursive: true });
  const common = {
    bundle: true,
    minify: true,
    // GraphiQL makes the titles of its icons from the names of their functions.
    keepNames: true,
    outdir,
    absWorkingDir: root,
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      EXAMPLE_OPERATIONS: JSON.stringify(readOperations(root)),
    },
    loader: { '.ttf': 'file', '.woff2': 'file', '.svg': 'dataurl' },
  };
  await esbuild.build({
    ...common,
    entryPoints: { graphiql: path.join(source, 'main.jsx') },
    format: 'esm',
    jsx: 'automatic',
  });
  await esbuild.build({
    ...common,
    format: 'iife',
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
  });
  cpSync(path.join(source, 'index.html'), path.join(outdir, 'index.html'));
}

/** The example operations by kind of user, in the order of their names, each with the variables beside it. */
function readOperations(root) {
  const folder = path.join(root, 'schema/operations');
  return Object.fromEntries(
    readdirSync(folder).map((kind) => [
      kind,
      readdirSync(path.join(folder, kind))
        .filter((name) => name.endsWith('.graphql'))
        .sort()
        .map((name) => path.join(folder, kind, name))
        .map((file) => ({
          query: readFileSync(file, 'utf8'),
          variables: readFileSync(file.replace('.graphql', '.variables.json'), 'utf8'),
        })),
    ]),
  );
}
