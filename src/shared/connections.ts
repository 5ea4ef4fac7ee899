import { fromGlobalId, toGlobalId } from 'graphql-relay';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Catalogue, Positioned } from './catalogue.js';
import { badInput } from './errors.js';

export const DEFAULT_PAGE_SIZE = 20;
export const LARGEST_PAGE_SIZE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many from the start (of what follows `after`): 0 to 100, 20 if neither `first` nor `last` is given.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Start behind this cursor, as an earlier page gave it.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many from the end (of what stands before `before`): 0 to 100. Not together with `first`.',
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Stop ahead of this cursor, as an earlier page gave it.',
  })
  before?: string | null;
}

/** For lists that are only read forward. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many: 0 to 100, 20 if left out.' })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Start behind this cursor, as an earlier page gave it.',
  })
  after?: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Where a page stands in its list (Relay cursor connections).',
})
export class PageInfo {
  @Field(() => Boolean, { description: 'More follows this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Something stands before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The edge and connection types of one node type, named `XEdge` and `XConnection`. */
export function createConnectionType<T extends Positioned>(
  name: string,
  nodeType: () => ClassType<T>,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One ${name} in a page, with its cursor.`,
  })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'Opaque place in the list, for `after` and `before`.' })
    cursor!: string;

    @Field(nodeType, { description: 'The item itself.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${name} records in stable order.`,
  })
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType], { description: 'The items with their cursors.' })
    edges!: EdgeType[];

    @Field(() => [nodeType()], { description: 'The items alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all pages together.' })
    totalCount!: number;
  }
  return ConnectionType;
}

/**
 * One page of `records`, which must stand in the order of their `position`. A cursor names the record it
 * stands on, so it stays right when another release adds or removes neighbours; a cursor that is broken or
 * names nothing in this list is an error, never the first page. With the `catalogue` that the records are of, a
 * page far behind costs no more than the first.
 */
export function paginate<T extends Positioned>(
  records: readonly T[],
  page: PageArgs,
  catalogue?: Catalogue<T>,
): Connection<T> {
  const { first, last } = checkedSizes(page);
  const indexOf = (id: string) =>
    catalogue ? indexOfRecord(records, catalogue.get(id)) : records.findIndex((record) => record.id === id);
  const from = page.after == null ? 0 : indexOfCursor(page.after, 'after', indexOf) + 1;
  const to = page.before == null ? records.length : indexOfCursor(page.before, 'before', indexOf);

  let start = from;
  let end = Math.max(from, to);
  if (last == null) end = Math.min(end, start + (first ?? DEFAULT_PAGE_SIZE));
  else start = Math.max(start, end - last);

  const nodes = records.slice(start, end);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    totalCount: records.length,
    pageInfo: {
      hasNextPage: end < records.length,
      hasPreviousPage: start > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function checkedSizes({ first, last }: PageArgs): { first?: number; last?: number } {
  if (first != null && last != null) {
    throw badInput('first and last cannot be combined. Use first to go forward or last to go backward.', {
      argument: 'last',
      value: last,
    });
  }
  for (const [argument, size] of Object.entries({ first, last })) {
    if (size == null) continue;
    if (size < 0) throw badInput(`${argument} is ${size}, but must be 0 or more.`, { argument, value: size });
    if (size > LARGEST_PAGE_SIZE) {
      throw badInput(
        `${argument} is ${size}, but a page holds at most ${LARGEST_PAGE_SIZE}. Ask for ${LARGEST_PAGE_SIZE} and go on with after: endCursor.`,
        { argument, value: size },
      );
    }
  }
  return { first: first ?? undefined, last: last ?? undefined };
}

const CURSOR_KIND = 'cursor';

function cursorOf(record: Positioned): string {
  return toGlobalId(CURSOR_KIND, record.id);
}

/** By halves, because the records stand in the order of their positions; -1 if it is not among them. */
function indexOfRecord<T extends Positioned>(records: readonly T[], record: T | undefined): number {
  if (!record) return -1;
  let [from, to] = [0, records.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((records[middle]?.position ?? Infinity) < record.position) from = middle + 1;
    else to = middle;
  }
  return records[from] === record ? from : -1;
}

function indexOfCursor(cursor: string, argument: string, indexOf: (id: string) => number): number {
  const { type, id } = fromGlobalId(cursor);
  // Re-encoding must give the same text: base64 readers skip what they do not know.
  const isOurs = type === CURSOR_KIND && toGlobalId(type, id) === cursor;
  const index = isOurs ? indexOf(id) : -1;
  if (index < 0) {
    throw badInput(
      `${argument} is not a cursor of this list. Pass startCursor or endCursor of an earlier page of the same list with the same filter.`,
      { argument, value: cursor.slice(0, 200) },
    );
  }
  return index;
}
