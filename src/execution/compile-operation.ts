import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { compileRead, type Read } from './compile-read.js';
import { compileLeaf } from './compile-leaf.js';
import { NULL, quote, toOnePiece, type JsonText } from './json-text.js';
import type { KeptTexts } from './kept-texts.js';
import { isPromise, leaveAlone, refuseUnusual } from './promises.js';
import { Run, Unusual, type Variables } from './run.js';

/** Beyond this an operation is left to graphql-js: fragments in fragments make a tree of any size of a short text. */
const MOST_FIELDS = 5_000;

/** Writes a value of one type. */
type Write = (value: unknown, run: Run) => JsonText;

/** How a value is written, and what the text depends on beside it; null if on too much to keep texts. */
interface Part {
  write: Write;
  dependsOn: ((run: Run) => string)[] | null;
}

/** An operation as a function of what a request brings. Throws or rejects if anything but plain success is met. */
export type CompiledOperation = (context: unknown, variables: Variables) => JsonText | Promise<JsonText>;

export interface OperationToCompile {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** What the variables in `@skip` and `@include` are; another value makes another program. */
  conditions: Variables;
}

/**
 * Turns an operation into closures that write its answer as JSON text. Which fields are asked for is found by
 * graphql-js's own `collectFields`, arguments are read by its `getArgumentValues`, and only success is written here.
 */
export function compileOperation(toCompile: OperationToCompile, kept: KeptTexts): CompiledOperation {
  const { schema, document, operation } = toCompile;
  const fragments = fragmentsOf(document);
  const roots = new Compiler({ ...toCompile, fragments }).roots();
  return (context, variables) => {
    const run = new Run(context, variables, kept, { schema, fragments, operation });
    const values: unknown[] = [];
    try {
      for (const { read } of roots) values.push(read(undefined, run));
    } catch (error) {
      leaveAlone(values);
      throw error;
    }
    const write = (settled: readonly unknown[]) =>
      `{${roots.map(({ prefix, part }, index) => prefix + part.write(settled[index], run)).join(',')}}`;
    return values.some(isPromise) ? Promise.all(values).then(write) : write(values);
  };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

interface Root {
  prefix: JsonText;
  read: Read;
  part: Part;
}

type FieldGroups = ReadonlyMap<string, readonly FieldNode[]>;

/** Names each compiled selection in the question that its texts are kept by. */
let selections = 0;

class Compiler {
  private fields = 0;
  private slots = 0;

  constructor(
    private readonly to: OperationToCompile & { fragments: Record<string, FragmentDefinitionNode> },
  ) {}

  roots(): Root[] {
    const { schema, fragments, operation, conditions } = this.to;
    const type = schema.getQueryType();
    if (operation.operation !== OperationTypeNode.QUERY || !type)
      throw new Unusual('Only queries are compiled.');
    const groups = collectFields(schema, fragments, conditions, type, operation.selectionSet);
    return [...groups].map(([key, nodes]) => {
      const prefix = `${quote(key)}:`;
      if (nodes[0]?.name.value === '__typename')
        return { prefix, read: () => type.name, part: constant(quote(type.name)) };
      const { read, part } = this.fieldOf(type, nodes);
      return { prefix, read, part };
    });
  }

  private slot(): number {
    return this.slots++;
  }

  private fieldOf(parent: GraphQLObjectType, nodes: readonly FieldNode[]) {
    this.fields += 1;
    if (this.fields > MOST_FIELDS) throw new Unusual('The operation has too many fields to compile.');
    const [node] = nodes;
    const field = node && parent.getFields()[node.name.value];
    if (!field) throw new Unusual('Introspection is not compiled.');
    const reading = compileRead({ parent, field, nodes, slot: this.slot() });
    return { ...reading, field, part: this.valueOf(field.type, nodes) };
  }

  /** A field of an object, from the object. */
  private fieldText(parent: GraphQLObjectType, nodes: readonly FieldNode[]): Part {
    if (nodes[0]?.name.value === '__typename') return constant(quote(parent.name));
    const { read, part, field, argumentsIn } = this.fieldOf(parent, nodes);
    const write: Write = (source, run) => part.write(read(source, run), run);
    if (!isLeaf(field.type)) {
      // What is computed for arguments may be large; what an object merely names is as lasting as itself.
      return { write, dependsOn: field.args.length === 0 ? part.dependsOn : null };
    }
    if (argumentsIn === null) return { write, dependsOn: null };
    const question = (run: Run) => `${parent.name}.${field.name}${argumentsIn(run)}`;
    return {
      write: isShort(field.type) ? write : this.keeping(write, question),
      dependsOn: field.args.length === 0 ? [] : [argumentsIn],
    };
  }

  private valueOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): Part {
    if (isNonNullType(type)) return present(this.valueOf(type.ofType, nodes));
    if (isListType(type)) return listOf(this.valueOf(type.ofType, nodes), isLeaf(type.ofType));
    if (isLeafType(type)) return { write: compileLeaf(type), dependsOn: [] };
    if (isAbstractType(type)) return this.abstract(type, nodes);
    const { write, dependsOn } = this.object(type, nodes);
    return {
      write: (value, run) => {
        if (value === null || value === undefined) return NULL;
        refuseUnusual(value);
        return write(value, run);
      },
      dependsOn,
    };
  }

  private object(type: GraphQLObjectType, nodes: readonly FieldNode[]): Part {
    if (type.isTypeOf) throw new Unusual('isTypeOf is not compiled.');
    const { schema, fragments, conditions } = this.to;
    const groups: FieldGroups = collectSubfields(schema, fragments, conditions, type, nodes);
    const fields = [...groups].map(([key, group], index) => ({
      prefix: `${index === 0 ? '' : ','}${quote(key)}:`,
      part: this.fieldText(type, group),
    }));
    const parts = fields.map(({ part }) => part);
    const write: Write = (source, run) => {
      let text = '{';
      for (const { prefix, part } of fields) text += prefix + part.write(source, run);
      return `${text}}`;
    };
    const dependsOn = parts.every(isKeepable) ? parts.flatMap((part) => part.dependsOn) : null;
    if (dependsOn === null) return { write, dependsOn };
    const name = `#${(selections += 1)}`;
    const question = (run: Run) => name + dependsOn.map((one) => one(run)).join('');
    return { write: this.keeping(write, question), dependsOn };
  }

  private abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Part {
    const { schema } = this.to;
    const resolveType = type.resolveType as ((value: unknown, context: unknown) => unknown) | undefined;
    if (!resolveType) throw new Unusual('A type that is not resolved by its own function is not compiled.');
    const byName = new Map<unknown, Write>();
    const compile = (name: unknown): Write => {
      const object = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(object) || !schema.isSubType(type, object)) throw new Unusual('No such type.');
      const { write } = this.object(object, nodes);
      byName.set(name, write);
      return write;
    };
    return {
      write: (value, run) => {
        if (value === null || value === undefined) return NULL;
        refuseUnusual(value);
        const name = resolveType(value, run.context);
        return (byName.get(name) ?? compile(name))(value, run);
      },
      dependsOn: null,
    };
  }

  /** Keeps what a frozen object answers: it follows from the object and from what the question names. */
  private keeping(write: Write, question: (run: Run) => string): Write {
    const slot = this.slot();
    return (source, run) => {
      if (typeof source !== 'object' || source === null || !Object.isFrozen(source))
        return write(source, run);
      const texts = run.textsAt(slot, () => question(run));
      const known = texts.get(source);
      if (known !== undefined) return known;
      const text = toOnePiece(write(source, run));
      run.kept.keep(texts, source, text);
      return text;
    };
  }
}

const isKeepable = (part: Part): part is Part & { dependsOn: NonNullable<Part['dependsOn']> } =>
  part.dependsOn !== null;

const constant = (text: JsonText): Part => ({ write: () => text, dependsOn: [] });

function isLeaf(type: GraphQLOutputType): boolean {
  if (isNonNullType(type) || isListType(type)) return isLeaf(type.ofType as GraphQLOutputType);
  return isLeafType(type);
}

const SHORT = new Set(['Int', 'Float', 'Boolean']);

/** Whether writing a value anew costs no more than looking its text up. */
function isShort(type: GraphQLOutputType): boolean {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isLeafType(nullable) && ('getValues' in nullable || SHORT.has(nullable.name));
}

function present({ write, dependsOn }: Part): Part {
  return {
    write: (value, run) => {
      const text = write(value, run);
      if (text === NULL) throw new Unusual('Null where there must be a value.');
      return text;
    },
    dependsOn,
  };
}

function listOf({ write, dependsOn }: Part, ofLeaves: boolean): Part {
  return {
    write: (value, run) => {
      if (value === null || value === undefined) return NULL;
      if (!Array.isArray(value)) throw new Unusual('A list that is no array.');
      try {
        let text = '[';
        for (let index = 0; index < value.length; index += 1)
          text += index === 0 ? write(value[index], run) : `,${write(value[index], run)}`;
        return `${text}]`;
      } catch (error) {
        leaveAlone(value);
        throw error;
      }
    },
    dependsOn: ofLeaves ? dependsOn : null,
  };
}
