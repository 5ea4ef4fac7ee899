import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, Kind } from 'graphql';
import { PATHS } from './paths.js';

/** The names of the example operations: the only ones that are logged and counted, because strangers choose the rest. */
export function readOperationNames(folder: string = PATHS.operations): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.graphql'),
  );
  const definitions = files.flatMap(
    (file) => parse(readFileSync(path.join(folder, file), 'utf8')).definitions,
  );
  return new Set(
    definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    ),
  );
}
