/** How deep a document is cut into pieces: its long lists stand no deeper. */
const CUT_DEPTH = 4;

/** A document as JSON, in the bytes of `JSON.stringify(document, null, 2)`, element by element of its lists. */
export function* jsonPieces(document: object): Generator<string> {
  yield* valueOf(document, 0);
  yield '\n';
}

function* valueOf(value: unknown, depth: number): Generator<string> {
  const isArray = Array.isArray(value);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const indent = '  '.repeat(depth);
  if (entries.length === 0 || depth === CUT_DEPTH) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
    return;
  }
  let separator = isArray ? '[\n' : '{\n';
  for (const [key, child] of entries) {
    if (child === undefined) continue;
    yield `${separator}${indent}  ${isArray ? '' : `${JSON.stringify(key)}: `}`;
    yield* valueOf(child, depth + 1);
    separator = ',\n';
  }
  yield `\n${indent}${isArray ? ']' : '}'}`;
}
