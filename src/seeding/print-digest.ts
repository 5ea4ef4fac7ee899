import type { DigestSeed } from './seed-shapes.js';

/** One line a record, so that the file can be read and its history followed. */
export function printDigest({ records, ...release }: DigestSeed): string {
  const head = Object.entries(release).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const lines = Object.entries(records)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, facets]) => `    ${JSON.stringify(id)}: ${JSON.stringify(facets)}`);
  return ['{', ...head, '  "records": {', lines.join(',\n'), '  }', '}', ''].join('\n');
}
