// Bundles the explorer into dist/explorer: script, style and icon under names that carry a hash of their content,
// the page that names them, and beside each file the forms in which it is sent, so that no request compresses anything.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export async function bundleExplorer(root) {
  const esbuild = await import('esbuild');
  const source = path.join(root, 'src/explorer');
  const outdir = path.join(root, 'dist/explorer');
  mkdirSync(outdir, { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [
      path.join(source, 'main.tsx'),
      path.join(source, 'style/main.css'),
      path.join(source, 'icon.svg'),
    ],
    outdir,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'copy' },
    tsconfig: path.join(source, 'tsconfig.json'),
    logLevel: 'warning',
  });
  const built = readdirSync(outdir);
  const nameOf = (ending) => built.find((name) => name.endsWith(ending));
  const page = readFileSync(path.join(source, 'index.html'), 'utf8')
    .replace('%SCRIPT%', nameOf('.js'))
    .replace('%STYLE%', nameOf('.css'))
    .replace('%ICON%', nameOf('.svg'));
  writeFileSync(path.join(outdir, 'index.html'), page);
  for (const name of readdirSync(outdir)) {
    const file = path.join(outdir, name);
    const body = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(body));
    writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }));
  }
}
