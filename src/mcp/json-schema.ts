/** The part of JSON Schema (2020-12) that arguments and answers of operations need. */
export interface JsonSchema {
  type: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: false;
  items?: JsonSchema;
  enum?: (string | null)[];
  format?: string;
  examples?: unknown[];
}

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
  URL: { type: 'string', format: 'uri' },
};

/** Scalars that have no type of their own in JSON travel as strings. */
export const scalarSchema = (name: string): JsonSchema => SCALARS[name] ?? { type: 'string' };
