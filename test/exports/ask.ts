import Ajv, { type AnySchema, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import type { Kobling } from '../support/kobling.js';

/** An export as a user gets it. On a connection of its own: reading a large one can outlast the server's patience. */
export async function getExport(
  kobling: Kobling,
  address: string,
  { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const url = new URL(`/export${address === '' ? '' : `/${address}`}`, kobling.url);
  return fetch(url, { ...init, headers: { connection: 'close', ...headers } });
}

export const textOf = async (kobling: Kobling, address: string) =>
  (await expectOk(await getExport(kobling, address))).text();

export async function jsonOf<T>(kobling: Kobling, address: string): Promise<T> {
  return (await expectOk(await getExport(kobling, address))).json() as Promise<T>;
}

export const bytesOf = async (kobling: Kobling, address: string) =>
  Buffer.from(await (await expectOk(await getExport(kobling, address))).arrayBuffer());

async function expectOk(response: Response): Promise<Response> {
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return response;
}

/** A validator of one of the schemas beside this file. */
export function schemaOf(name: string): ValidateFunction {
  const ajv = new Ajv.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const file = new URL(`schemas/${name}.derived.schema.json`, import.meta.url);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as AnySchema);
}

/** What a schema has against a document; nothing if it is valid. */
export function problemsOf(validate: ValidateFunction, document: unknown): unknown[] {
  return validate(document) ? [] : (validate.errors ?? []).slice(0, 5);
}
