import { describe, expect, test } from '@jest/globals';
import { ObligationKind } from '../../src/law/law.enums.js';
import { useKobling } from '../support/kobling.js';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String) {
  obligations(first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } } nodes { id } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const kobling = useKobling();
const page = async (variables: Record<string, unknown>) =>
  (await kobling.ask(PAGE, variables)).data.obligations as Page;
const refusal = async (variables: Record<string, unknown>) => {
  const { data, errors } = await kobling.ask(PAGE, variables);
  expect(data).toBeNull();
  return errors?.[0];
};

describe('a connection', () => {
  test('gives 20 unless told otherwise, an explicit null included', async () => {
    expect((await page({})).nodes).toHaveLength(20);
    expect((await page({ first: null })).nodes).toHaveLength(20);
  });

  test('walked forward in pages gives every record once, in the same order as walked backward', async () => {
    const forward: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: Page = await page({ first: 7, after });
      forward.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const backward: string[] = [];
    let before: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: Page = await page({ last: 7, before });
      backward.unshift(...nodes.map(({ id }) => id));
      if (!pageInfo.hasPreviousPage) break;
      before = pageInfo.startCursor;
    }
    expect(forward).toEqual(kobling.release.law.obligations.all.map(({ id }) => id));
    expect(backward).toEqual(forward);
  });

  test('holds the same records in edges and nodes, and counts all pages', async () => {
    const { edges, nodes, totalCount } = await page({ first: 3 });
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(totalCount).toBe(kobling.release.law.obligations.size);
  });

  test('of no records has null cursors', async () => {
    const { pageInfo, nodes } = await page({ first: 0 });
    expect(nodes).toEqual([]);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each([
    ['a negative size', { first: -1 }, 'first is -1, but must be 0 or more.'],
    ['a size over the limit', { first: 1000 }, 'first is 1000, but a page holds at most 100'],
    ['a negative size from the end', { last: -5 }, 'last is -5, but must be 0 or more.'],
    ['both directions at once', { first: 2, last: 2 }, 'first and last cannot be combined'],
    ['a broken cursor', { after: 'bm9uc2Vuc2U=' }, 'after is not a cursor of this list'],
    [
      'a cursor with something added',
      { after: 'Y3Vyc29yOm9ibGlnYXRpb24vbmlzMi8yMC4x!!' },
      'after is not a cursor of this list',
    ],
    ['an empty cursor', { before: '' }, 'before is not a cursor of this list'],
  ])('refuses %s with a reason, never with the first page', async (_name, variables, message) => {
    const error = await refusal(variables);
    expect(error?.message).toContain(message);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('refuses a cursor of a record that the filter leaves out', async () => {
    const left = kobling.release.law.obligations.all.find(({ kind }) => kind !== ObligationKind.REPORTING);
    const { errors } = await kobling.ask(
      'query ($after: String) { obligations(filter: { kinds: [REPORTING] }, after: $after) { totalCount } }',
      { after: Buffer.from(`cursor:${left?.id}`).toString('base64') },
    );
    expect(errors?.[0]?.message).toContain('after is not a cursor of this list');
  });

  test('refuses a cursor of another list', async () => {
    const { data } = await kobling.ask('{ clauses(first: 1) { pageInfo { endCursor } } }');
    const error = await refusal({ after: data.clauses.pageInfo.endCursor as string });
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
