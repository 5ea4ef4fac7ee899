import { describe, expect, test } from '@jest/globals';
import 'reflect-metadata';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PATHS, ROOT } from '../../src/paths.js';
import { createSchema } from '../../src/schema.js';
import { ERROR_CODES } from '../../src/shared/errors.js';

const schema = await createSchema();
const ownTypes = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe('the schema', () => {
  test('is the one in schema/schema.graphql', () => {
    const served = `${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(readFileSync(PATHS.sdl, 'utf8')).toBe(served);
  });

  test('describes every type, field and enum value', () => {
    const silent: string[] = [];
    for (const type of ownTypes) {
      if (isEnumType(type)) {
        if (!type.description) silent.push(type.name);
        silent.push(
          ...type
            .getValues()
            .filter(({ description }) => !description)
            .map(({ name }) => `${type.name}.${name}`),
        );
      }
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        if (!type.description && type.name !== 'Query') silent.push(type.name);
        for (const field of Object.values(type.getFields()))
          if (!field.description) silent.push(`${type.name}.${field.name}`);
      }
    }
    expect(silent).toEqual([]);
  });

  test('gives every type with a stable id the Node interface', () => {
    const without = ownTypes
      .filter(isObjectType)
      .filter((type) => 'id' in type.getFields() && !type.getInterfaces().some(({ name }) => name === 'Node'))
      .map(({ name }) => name);
    expect(without).toEqual([]);
  });
});

describe('the error codes', () => {
  const documented = readFileSync(path.join(ROOT, 'docs', 'errors.md'), 'utf8');

  test('are all explained in docs/errors.md, and none else is', () => {
    const inDocs = [...documented.matchAll(/^## `([A-Z_]+)`/gm)].map(([, code]) => code);
    expect(inDocs.sort()).toEqual(Object.values(ERROR_CODES).sort());
  });
});
