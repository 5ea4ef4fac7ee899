import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type NamedTypeNode,
  responsePathAsArray,
  type SelectionSetNode,
} from 'graphql';
import { ERROR_CODES } from '../shared/errors.js';
import type { Pace } from '../shared/pace.js';

/** How many fields an answer may hold. The largest whole answers anybody has a use for hold half of that. */
export const MOST_VALUES = 50_000;

/** What a metered list reaches of a request's context. */
export interface NeedsMeter {
  meter: AnswerMeter;
}

/** What is computed for its arguments (a page, a coverage) costs time however little of it is asked for. */
const VALUES_COMPUTED = 20;

/**
 * Counts what an answer holds while it is made. The estimate before execution takes a list without pages for five,
 * which is fair for most questions; a hostile one nests the few lists that are longer.
 */
export class AnswerMeter {
  private values = 0;
  private readonly widths = new Map<FieldNode, number>();
  private refusal: GraphQLError | undefined;

  constructor(readonly pace: Pace) {}

  /** Throws if the answer is too large, or if the time is over. */
  check({ path }: GraphQLResolveInfo): void {
    if (this.values <= MOST_VALUES) {
      this.pace.check();
      return;
    }
    // One error with a path serves all that is left: graphql-js would otherwise make one, with its stack, for each.
    this.refusal ??= new GraphQLError(
      `The answer would hold more than ${MOST_VALUES} values. Ask for smaller pages, fewer fields, or leave out a nested list.`,
      { extensions: { code: ERROR_CODES.QUERY_TOO_LARGE }, path: responsePathAsArray(path) },
    );
    throw this.refusal;
  }

  /** Counts what a field adds to the answer. */
  count(value: unknown, info: GraphQLResolveInfo): void {
    if (!Array.isArray(value)) this.values += VALUES_COMPUTED;
    else for (const node of info.fieldNodes) this.values += value.length * this.widthOf(node, info);
    this.check(info);
  }

  private widthOf(node: FieldNode, info: GraphQLResolveInfo): number {
    let width = this.widths.get(node);
    if (width === undefined) {
      width = node.selectionSet
        ? new WidthWalker(info).of(node.selectionSet, getNamedType(info.returnType))
        : 1;
      this.widths.set(node, width);
    }
    return width;
  }
}

/** The fields asked for of one item and of the objects in it; lists in it are counted when they are answered. */
class WidthWalker {
  private readonly known = new Map<string, number>();

  constructor(private readonly info: GraphQLResolveInfo) {}

  of({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number {
    let fields = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields += this.ofField(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) fields += this.ofFragment(selection.name.value);
      else fields += this.of(selection.selectionSet, this.typeNamed(selection.typeCondition) ?? type);
    }
    return fields;
  }

  private ofField({ name, selectionSet }: FieldNode, type: GraphQLNamedType | undefined): number {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
    if (!selectionSet || !field || isListOfObjects(field.type)) return 1;
    return 1 + this.of(selectionSet, getNamedType(field.type));
  }

  /** Each fragment is walked once, however often a short document spreads it. */
  private ofFragment(name: string): number {
    const before = this.known.get(name);
    if (before !== undefined) return before;
    const fragment = this.info.fragments[name];
    const fields = fragment ? this.of(fragment.selectionSet, this.typeNamed(fragment.typeCondition)) : 0;
    this.known.set(name, fields);
    return fields;
  }

  private typeNamed(node: NamedTypeNode | undefined): GraphQLNamedType | undefined {
    return node && this.info.schema.getType(node.name.value);
  }
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}

/** Has every list of objects counted, and every object made for its arguments; the rest goes with what it stands in. */
export function meterAnswers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isComputed = field.args.length > 0 && isCompositeType(getNamedType(field.type));
      if (isComputed || isListOfObjects(field.type)) field.resolve = metered(field.resolve);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, NeedsMeter>;

/**
 * What it throws it rejects with: thrown at once inside a list, it would make graphql-js leave the promises of the
 * items before it, and what those reject with later ends the process.
 */
function metered(resolve: Resolver = defaultFieldResolver): Resolver {
  return (source, args, context, info) => {
    const { meter } = context;
    const counted = (value: unknown) => {
      meter.count(value, info);
      return meter.pace.isLong ? meter.pace.turn(() => value) : value;
    };
    try {
      meter.check(info);
      const value: unknown = resolve(source, args, context, info);
      return value instanceof Promise ? value.then(counted) : counted(value);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
