import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  type GraphQLObjectType,
  type GraphQLInterfaceType,
} from 'graphql';

/** The same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export interface RandomOperation {
  query: string;
  /** Several sets of variables for the one text. */
  variables: Record<string, unknown>[];
}

const DEEPEST = 4;
const SETS_OF_VARIABLES = 3;
const DIRECTIVES = ['@include', '@skip'];

/** Writes operations by chance over a schema: aliases, fragments, conditions, variables, right and wrong values. */
export class OperationWriter {
  private fragments: string[] = [];
  private definitions: string[] = [];
  private sets: Record<string, unknown>[] = [];
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: readonly string[],
    private readonly random: (below: number) => number,
  ) {}

  write(): RandomOperation {
    this.fragments = [];
    this.definitions = [];
    this.names = 0;
    this.sets = Array.from({ length: SETS_OF_VARIABLES }, () => ({}));
    const type = this.schema.getQueryType();
    if (!type) throw new Error('The schema has no queries.');
    const selection = this.selection(type, DEEPEST);
    const definitions = this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
    return {
      query: `query Random${definitions} ${selection}\n${this.fragments.join('\n')}`,
      variables: this.sets,
    };
  }

  private chance(percent: number): boolean {
    return this.random(100) < percent;
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.random(items.length)] as T;
  }

  private name(): string {
    return `n${(this.names += 1)}`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: depth === DEEPEST ? 1 + this.random(2) : 2 + this.random(4) }, () =>
      this.part(type, depth),
    );
    return `{ ${['__typename', ...parts].slice(this.chance(70) && parts.some(isField) ? 1 : 0).join(' ')} }`;
  }

  private part(type: GraphQLCompositeType, depth: number): string {
    if (depth > 0 && isAbstractType(type) && this.chance(60)) {
      const object = this.pick(this.schema.getPossibleTypes(type));
      return `... on ${object.name} ${this.condition()} ${this.selection(object, depth - 1)}`;
    }
    if (depth > 0 && this.chance(15)) return this.spread(type, depth - 1);
    if (!('getFields' in type) || this.chance(5)) return '__typename';
    return this.field(this.pick(fieldsOf(type)), depth);
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const name = this.name();
    this.fragments.push(`fragment ${name} on ${type.name} ${this.selection(type, depth)}`);
    return `...${name} ${this.condition()}${this.chance(30) ? ` ...${name}` : ''}`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && depth === 0) return '__typename';
    const given = field.args.filter((argument) => isNonNullType(argument.type) || this.chance(50));
    const written = given.map((argument) => `${argument.name}: ${this.argument(argument)}`);
    // Fields with arguments have names of their own, because two of one name must agree in them.
    const alias = written.length > 0 || this.chance(20) || isCompositeType(type) ? `${this.name()}: ` : '';
    const args = written.length > 0 ? `(${written.join(', ')})` : '';
    const inner = isCompositeType(type) ? this.selection(type, depth - 1) : '';
    return `${alias}${field.name}${args} ${this.condition()} ${inner}`;
  }

  private condition(): string {
    if (!this.chance(8)) return '';
    if (this.chance(30)) return `${this.pick(DIRECTIVES)}(if: ${this.chance(50)})`;
    const variable = this.variable('Boolean!', () => this.chance(50));
    return `${this.pick(DIRECTIVES)}(if: ${variable})`;
  }

  private argument({ type, name }: GraphQLArgument): string {
    if (this.chance(60)) return this.variable(String(type), () => this.value(type, name));
    return this.literal(type, this.value(type, name));
  }

  private variable(type: string, value: () => unknown): string {
    const name = this.name();
    this.definitions.push(`$${name}: ${type}`);
    for (const set of this.sets) {
      // What is left out, null or of another type now and then, is graphql-js's to judge.
      if (!type.endsWith('!') && this.chance(10)) continue;
      set[name] = this.chance(2) ? [7] : value();
    }
    return `$${name}`;
  }

  private value(type: GraphQLInputType, name: string): unknown {
    if (!isNonNullType(type) && this.chance(10)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable))
      return Array.from({ length: 1 + this.random(3) }, () => this.value(nullable.ofType, name));
    if (isEnumType(nullable)) return this.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) return this.object(Object.values(nullable.getFields()));
    return this.scalar(nullable.name, name);
  }

  private object(fields: readonly GraphQLInputField[]): Record<string, unknown> {
    const given = fields.filter((field) => isNonNullType(field.type) || this.chance(20));
    return Object.fromEntries(given.map(({ name, type }) => [name, this.value(type, name)]));
  }

  private scalar(type: string, name: string): unknown {
    if (type === 'Int') return this.chance(4) ? -1 : this.random(4);
    if (type === 'Float') return this.random(100) / 4;
    if (type === 'Boolean') return this.chance(50);
    if (type === 'Date') return '2027-03-01';
    if (type === 'DateTime') return '2027-01-30T22:15:00Z';
    if (name === 'references' || name === 'reference') return this.pick(['A.5.19', '21(2)(d)', 'ISO 27001']);
    if (type === 'ID') return this.id(name);
    return this.pick(['backup', 'leverandør', 'incident "response"', 'DK']);
  }

  /** Mostly of the kind that the argument is called by. */
  private id(argument: string): string {
    if (this.chance(4)) return 'clause/none';
    const kind = argument.replace(/ies$/, 'y').replace(/s$/, '').toLowerCase();
    const fitting = this.ids.filter((id) => id.split('/')[0]?.replaceAll('-', '').endsWith(kind));
    return this.pick(fitting.length > 0 ? fitting : this.ids);
  }

  private literal(type: GraphQLInputType, value: unknown): string {
    const nullable = getNullableType(type);
    if (value === null) return 'null';
    if (isListType(nullable))
      return `[${(value as unknown[]).map((item) => this.literal(nullable.ofType, item)).join(', ')}]`;
    if (isEnumType(nullable)) return value as string;
    if (!isInputObjectType(nullable)) return JSON.stringify(value);
    const fields = nullable.getFields();
    return `{${Object.entries(value as object)
      .map(([name, inner]) => `${name}: ${this.literal(typeOf(fields, name), inner)}`)
      .join(', ')}}`;
  }
}

const isField = (part: string) => !part.startsWith('...') && part !== '__typename';

const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType) => Object.values(type.getFields());

function typeOf(fields: Readonly<Record<string, GraphQLInputField>>, name: string): GraphQLInputType {
  const field = fields[name];
  if (!field) throw new Error(`There is no ${name}.`);
  return field.type;
}
