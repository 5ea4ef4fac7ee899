import { expect } from '@jest/globals';
import type { Kobling } from '../support/kobling.js';

export interface Found {
  totalCount: number;
  nodes: { excerpt: string; node: { id: string; __typename: string } }[];
  edges: { cursor: string; node: { node: { id: string } } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

export interface Page {
  language?: 'EN' | 'DA';
  first?: number;
  after?: string | null;
}

export const QUERY = `query ($text: String!, $language: Language, $first: Int, $after: String) {
  search(text: $text, language: $language, first: $first, after: $after) {
    totalCount
    nodes { excerpt node { __typename id } }
    edges { cursor node { node { id } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

/** Searches over HTTP, as a client would; `search` takes an error for a failure. */
export function searchOf(kobling: Kobling) {
  const ask = (text: string, page: Page = {}) => kobling.ask(QUERY, { text, ...page });
  const search = async (text: string, page?: Page): Promise<Found> => {
    const { data, errors } = await ask(text, page);
    expect(errors).toBeUndefined();
    return data.search as Found;
  };
  return { ask, search };
}

export const idsOf = ({ nodes }: Found) => nodes.map(({ node }) => node.id);
