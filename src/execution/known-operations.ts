import type { HTTPGraphQLRequest } from '@apollo/server';
import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { compileOperation, type CompiledOperation } from './compile-operation.js';
import type { JsonText } from './json-text.js';
import { KeptTexts } from './kept-texts.js';
import { Unusual, type Variables } from './run.js';

const MOST_OPERATIONS = 500;
/** Of the texts that operations are known by; what is compiled of them is larger, but follows their length. */
const MOST_CHARACTERS = 2_000_000;
/** How many values of the variables in `@skip` and `@include` an operation is compiled for. */
const MOST_PROGRAMS = 8;

/** What of a request decides how Apollo reads it, beside the variables. */
export interface Asked {
  /** Equal for two requests that differ in nothing but variables. */
  frame: string;
  variables: Variables;
}

/** An operation that Apollo has parsed, validated and answered. */
export interface Answered {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

type Program = CompiledOperation | 'none';

export interface KnownOperation<T extends Answered> {
  answered: T;
  /** The names of the variables that decide which fields are asked for. */
  deciding: readonly string[];
  programs: Map<string, Program>;
}

/** Headers that change what Apollo answers, or whether. */
const TELLING_HEADERS = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * Operations that Apollo has answered before, by all that a request says beside its variables. What Apollo found then
 * (that the document parses and is valid, how the answer is typed) holds for the next one, so only the variables are
 * left to look at. Whatever comes out other than an answer is Apollo's to tell.
 */
export class KnownOperations<T extends Answered> {
  private readonly known = new LRUCache<string, KnownOperation<T>>({
    max: MOST_OPERATIONS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, frame) => frame.length,
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly kept = new KeptTexts(),
  ) {}

  find(frame: string): KnownOperation<T> | undefined {
    return this.known.get(frame);
  }

  learn(frame: string, answered: T): void {
    this.known.set(frame, { answered, deciding: decidingIn(answered.document), programs: new Map() });
  }

  /** The text of `data`; undefined if it takes graphql-js to answer. */
  async execute(
    known: KnownOperation<T>,
    variables: Variables,
    context: unknown,
  ): Promise<JsonText | undefined> {
    try {
      const { operation } = known.answered;
      const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
      const program = coerced ? this.programFor(known, coerced) : 'none';
      return program === 'none' || !coerced ? undefined : await program(context, coerced);
    } catch {
      // Bad input, a bug, a promise where none is expected: executed again, graphql-js says which, and to whom.
      return undefined;
    }
  }

  private programFor({ answered, deciding, programs }: KnownOperation<T>, variables: Variables): Program {
    const values = deciding.map((name): [string, unknown] => [name, variables[name]]);
    const key = deciding.length === 0 ? '' : JSON.stringify(values);
    let program = programs.get(key);
    if (program === undefined) {
      program = programs.size < MOST_PROGRAMS ? this.compile(answered, Object.fromEntries(values)) : 'none';
      if (programs.size < MOST_PROGRAMS) programs.set(key, program);
    }
    return program;
  }

  private compile({ document, operation }: Answered, conditions: Variables): Program {
    try {
      return compileOperation({ schema: this.schema, document, operation, conditions }, this.kept);
    } catch (error) {
      if (error instanceof Unusual) return 'none';
      throw error;
    }
  }
}

function decidingIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/** What a request asks; null if it is not of the plain kind, which Apollo then reads. */
export function readAsked({ method, headers, body }: HTTPGraphQLRequest): Asked | null {
  if (method !== 'POST' || !isRecord(body)) return null;
  const { query, operationName = null, extensions = null, variables, ...others } = body;
  if (typeof query !== 'string' && query !== undefined) return null;
  if (!isRecord(variables ?? {}) || Object.keys(others).length > 0) return null;
  let frame = '';
  for (const name of TELLING_HEADERS) frame += `${headers.get(name) ?? ''}\n`;
  frame += `${JSON.stringify([operationName, extensions])}\n${query ?? ''}`;
  return { frame, variables: (variables ?? {}) as Variables };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
