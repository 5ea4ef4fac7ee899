import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formatsModule from 'ajv-formats';
import { nearest } from '../shared/nearest.js';
import type { Problem } from './problems.js';
import type { SeedFile, Seeds } from './seed-files.js';

// The package is CommonJS: under ESM its default export is the module itself.
const addFormats = formatsModule as unknown as typeof formatsModule.default;

/** Holds each file against the schema of its kind: keys, types, enum values, both languages. */
export function checkSchema(seeds: Seeds, schemaFolder: string): Problem[] {
  const validators = compileSchemas(schemaFolder);
  return seeds.files.flatMap((file) => {
    const validate = validators.get(file.kind);
    if (!validate) throw new Error(`${schemaFolder} has no schema for ${file.kind}.`);
    return validate(file.content)
      ? []
      : (validate.errors ?? []).filter(tellsSomething).map((error) => toProblem(file, error));
  });
}

function compileSchemas(folder: string): Map<string, ValidateFunction> {
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  addFormats(ajv);
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.schema.json'))
      .map((name) => [
        name.replace('.schema.json', ''),
        ajv.compile(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as object),
      ]),
  );
}

/** `anyOf` fails together with what failed inside it, which says more. */
function tellsSomething({ keyword }: ErrorObject): boolean {
  return keyword !== 'anyOf';
}

function toProblem(file: SeedFile, error: ErrorObject): Problem {
  return { file: file.path, record: recordAt(file, error.instancePath), message: explain(error) };
}

/** The key of the innermost record on the path, or the path itself where records carry no key. */
function recordAt({ content }: SeedFile, pointer: string): string {
  let value: unknown = content;
  let label = '';
  for (const segment of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown>)[segment];
    const {
      key,
      path: place,
      id,
      obligation,
      clause,
      number,
      slug,
    } = (value ?? {}) as Record<string, string | undefined>;
    const name =
      key ??
      place ??
      id ??
      (obligation && clause ? `${obligation}~${clause}` : (obligation ?? number ?? slug));
    if (name !== undefined) label = label && slug === name ? `${label}/${name}` : name;
  }
  return label || pointer;
}

function explain({ keyword, params, message = '', instancePath, data, parentSchema }: ErrorObject): string {
  const field =
    instancePath
      .split('/')
      .filter((part) => part && !/^\d+$/.test(part))
      .join('.') || 'the file';
  if (keyword === 'additionalProperties') {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {});
    const wrong = String(params.additionalProperty);
    const [suggestion] = nearest(wrong, known);
    return `${field} has an unknown key ${JSON.stringify(wrong)}. ${suggestion ? `Did you mean ${suggestion}?` : `It can hold ${known.join(', ')}.`}`;
  }
  if (keyword === 'required') return `${field} lacks ${JSON.stringify(params.missingProperty)}. Add it.`;
  if (keyword === 'enum') {
    const allowed = params.allowedValues as unknown[];
    const [suggestion] = typeof data === 'string' ? nearest(data, allowed.map(String)) : [];
    return `${field} is ${JSON.stringify(data)}, which is not one of ${allowed.join(', ')}.${suggestion ? ` Did you mean ${suggestion}?` : ''}`;
  }
  return `${field} ${message}; it is ${JSON.stringify(data)?.slice(0, 80)}.`;
}
