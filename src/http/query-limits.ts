import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { DEFAULT_PAGE_SIZE } from '../shared/connections.js';

/** What an operation asks for, estimated before anything is executed. */
export interface QueryCost {
  /** Fields inside fields, the root field being 1. */
  depth: number;
  /** Aliases written in the document. */
  aliases: number;
  /**
   * Objects the answer may hold. A page counts as its `first`, a list without pages as five; so does each item of a
   * list that a query is asked with, because it is looked up, whatever is asked of it.
   */
  nodes: number;
}

/** The most an operation may ask for; docs/operations.md publishes them, errors name them. */
export const QUERY_LIMITS: Readonly<QueryCost> = { depth: 15, aliases: 30, nodes: 10_000 };

const REDUCE: Readonly<Record<keyof QueryCost, string>> = {
  depth: 'Ask for fewer levels, and for the rest by id in a second call.',
  aliases: 'Ask for several ids by `nodes` or a list filter, or in several calls.',
  nodes: 'Ask for smaller pages (`first`), fewer ids, or leave out a nested list.',
};

/** What is over a limit, in words for the caller; null if nothing is. */
export function tooCostly(cost: QueryCost): string | null {
  for (const what of ['depth', 'aliases', 'nodes'] as const) {
    if (cost[what] <= QUERY_LIMITS[what]) continue;
    return `The operation asks for ${cost[what]} ${what === 'depth' ? 'levels' : what}, but at most ${QUERY_LIMITS[what]} are answered. ${REDUCE[what]}`;
  }
  return null;
}

const LIST_WITHOUT_PAGES = 5;
const ITEM_ASKED_WITH = 5;
/** Introspection is bounded by graphql-js itself (lists of fields nest three times at most). */
const LIST_OF_THE_SCHEMA = 3;
/** Beyond any limit: sums stop growing here, so that no document can make them lose their meaning. */
const ENOUGH = 1e9;

/**
 * Own code, because the ready-made counters either walk a fragment once for every use of it, which a short document
 * turns into billions of steps, or do not know the size of a page.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const root = schema.getRootType(operation.operation);
  if (!root) return { depth: 0, aliases: 0, nodes: 0 };
  const walker = new CostWalker(schema, fragments, { ...defaultsOf(operation), ...variables });
  const extent = walker.selections(operation.selectionSet, root, DEFAULT_PAGE_SIZE);
  return { ...extent, aliases: aliasesIn(document) };
}

const MOST_KNOWN_COSTS = 100;
const SIZING_ARGUMENTS = new Set(['first', 'last', 'ids', 'references']);

/** What one operation costs with different variables: only those that size a page or a list matter. */
export class CostsOfOperation {
  private readonly sizing: readonly string[];
  private readonly costs = new LRUCache<string, QueryCost>({ max: MOST_KNOWN_COSTS });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.sizing = variablesIn(document);
  }

  with(variables: Readonly<Record<string, unknown>>): QueryCost {
    const key = this.sizing.map((name) => sizeTold(variables[name])).join();
    let cost = this.costs.get(key);
    if (!cost) {
      cost = costOf(this.schema, this.document, this.operation, variables);
      this.costs.set(key, cost);
    }
    return cost;
  }
}

/** Of a list only the length counts; of anything else but a number, only that it is there. */
function sizeTold(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'number' ? String(value) : value === undefined ? '' : typeof value;
}

function variablesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (!SIZING_ARGUMENTS.has(argument.name.value)) return;
      visit(argument.value, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names];
}

/** A page size may stand in the document as the default of a variable. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

function aliasesIn(document: DocumentNode): number {
  let aliases = 0;
  visit(document, {
    Field({ alias }) {
      if (alias) aliases += 1;
    },
  });
  return aliases;
}

interface Extent {
  depth: number;
  nodes: number;
}

class CostWalker {
  /** What each fragment costs, by its name and the size of the page it is used in. */
  private readonly known = new Map<string, Extent>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  selections({ selections }: SelectionSetNode, type: GraphQLCompositeType, pageSize: number): Extent {
    let depth = 0;
    let nodes = 0;
    for (const selection of selections) {
      const extent =
        selection.kind === Kind.FIELD
          ? this.field(selection, type, pageSize)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.selections(
                selection.selectionSet,
                this.typeNamed(selection.typeCondition?.name.value) ?? type,
                pageSize,
              )
            : this.fragment(selection.name.value, pageSize);
      depth = Math.max(depth, extent.depth);
      nodes = Math.min(ENOUGH, nodes + extent.nodes);
    }
    return { depth, nodes };
  }

  private fragment(name: string, pageSize: number): Extent {
    const key = `${pageSize} ${name}`;
    const known = this.known.get(key);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const type = this.typeNamed(fragment?.typeCondition.name.value);
    const extent =
      fragment && type ? this.selections(fragment.selectionSet, type, pageSize) : { depth: 0, nodes: 0 };
    this.known.set(key, extent);
    return extent;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, pageSize: number): Extent {
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field ? getNamedType(field.type) : this.metaType(node.name.value);
    const asked = parent === this.schema.getQueryType() ? ITEM_ASKED_WITH * this.itemsIn(node) : 0;
    if (!node.selectionSet || !isCompositeType(type)) return { depth: 1, nodes: asked };
    const inConnection = parent.name.endsWith('Connection');
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const times = !isList ? 1 : inConnection ? pageSize : this.lengthOf(node, parent);
    const inner = this.selections(node.selectionSet, type, this.pageSizeOf(node));
    return { depth: inner.depth + 1, nodes: Math.min(ENOUGH, asked + times * (1 + inner.nodes)) };
  }

  private metaType(name: string) {
    return name === '__schema' || name === '__type'
      ? this.schema.getType(name === '__schema' ? '__Schema' : '__Type')
      : undefined;
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  private pageSizeOf(node: FieldNode): number {
    const asked = this.argument(node, 'first') ?? this.argument(node, 'last');
    return typeof asked === 'number' && asked >= 0 ? asked : DEFAULT_PAGE_SIZE;
  }

  /** A list that answers a list of ids or references is as long as that. */
  private lengthOf(node: FieldNode, parent: GraphQLCompositeType): number {
    const asked = this.argument(node, 'ids') ?? this.argument(node, 'references');
    if (Array.isArray(asked)) return asked.length;
    return parent.name.startsWith('__') ? LIST_OF_THE_SCHEMA : LIST_WITHOUT_PAGES;
  }

  private itemsIn({ arguments: given = [] }: FieldNode): number {
    return given.reduce((sum, { value }) => sum + countItems(valueFromASTUntyped(value, this.variables)), 0);
  }

  private argument(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return value && valueFromASTUntyped(value, this.variables);
  }
}

/** The items of all lists in a value. */
function countItems(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + countItems(one), 0);
  return inner + (Array.isArray(value) ? value.length : 0);
}
