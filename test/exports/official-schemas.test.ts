import { describe, expect, test } from '@jest/globals';
import Ajv, { type AnySchema } from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { EXPORTS, filesOf } from '../../src/exports/export-index.js';
import { useKobling } from '../support/kobling.js';
import { jsonOf, problemsOf, textOf } from './ask.js';

/** Folder with the official schemas, which are not copied here; see schemas/README.md. */
const folder = process.env.OFFICIAL_SCHEMAS;
const kobling = useKobling();

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder ?? '', file), 'utf8'));
const addressesOf = (name: string) =>
  EXPORTS.filter((format) => format.name.startsWith(name)).flatMap((format) =>
    filesOf(format, kobling.release).map(({ address }) => address),
  );

(folder ? describe : describe.skip)('held against the official schemas (set OFFICIAL_SCHEMAS to run)', () => {
  test('every OSCAL document is valid', async () => {
    const ajv = new Ajv.default({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(read('oscal_complete_schema-1-2-2.json') as AnySchema);
    for (const address of addressesOf('oscal/'))
      expect([address, problemsOf(validate, await jsonOf(kobling, address))]).toEqual([address, []]);
  });

  test('every CASE package is valid', async () => {
    const ajv = new Ajv2019.default({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(read('case-v1p1-cfpackage.official.json') as AnySchema);
    for (const address of addressesOf('case'))
      expect([address, problemsOf(validate, await jsonOf(kobling, address))]).toEqual([address, []]);
  });

  test('every URN in a library for CISO Assistant is one of its built-in frameworks', async () => {
    const { frameworks } = read('ciso-assistant-urns.json') as {
      frameworks: Record<string, { library_urn: string; nodes: [string, boolean][] }>;
    };
    const known = new Set(
      Object.entries(frameworks).flatMap(([urn, { library_urn: library, nodes }]) => [
        urn,
        library,
        ...nodes.map(([node]) => node),
      ]),
    );
    for (const address of addressesOf('ciso-assistant')) {
      const named = JSON.stringify(parse(await textOf(kobling, address))).match(/urn:intuitem:[^"]+/g) ?? [];
      expect(named.length).toBeGreaterThan(100);
      expect(named.filter((urn) => !known.has(urn))).toEqual([]);
    }
  });
});
