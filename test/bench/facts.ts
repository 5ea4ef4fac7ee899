import { post } from './post.js';
import { STANDARDS_AT_ONCE } from './operations.js';

/** What arguments are made of, asked of Kobling itself. */
export interface Facts {
  /** The instrument that coverage and gap analysis are about. */
  instrument: string;
  obligations: string[];
  /** Cursors with a whole page of 20 behind them. */
  pageStarts: string[];
  kinds: string[];
  /** The editions in force. */
  standards: string[];
  /** Clauses of editions in force that can be in place, as they are cited. */
  clauses: string[];
  /** The telling words of each title, to search for: whatever is picked of one title is found. */
  titles: string[][];
}

const INSTRUMENT = 'instrument/nis2';
const PAGE = 20;

interface Edges<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export async function readFacts(url: string): Promise<Facts> {
  const standards = await post<{ standards: { id: string; supersededBy: object[] }[] }>(
    url,
    '{ standards { id supersededBy { id } } }',
  );
  const current = standards.standards
    .filter(({ supersededBy }) => supersededBy.length === 0)
    .map(({ id }) => id);
  if (current.length < STANDARDS_AT_ONCE)
    throw new Error(
      `The release holds ${current.length} editions in force; ${STANDARDS_AT_ONCE} are asked about.`,
    );
  const obligations = await all<{ id: string; kind: string; title: string }>(
    url,
    `query ($after: String) { list: obligations(first: 100, after: $after, filter: { instruments: ["${INSTRUMENT}"] }) {
       edges { cursor node { id kind title } } pageInfo { hasNextPage endCursor } } }`,
  );
  const clauses = await all<{ citation: string; kind: string; title: string }>(
    url,
    `query ($after: String, $standards: [ID!]) { list: clauses(first: 100, after: $after, filter: { standards: $standards }) {
       edges { cursor node { citation kind title } } pageInfo { hasNextPage endCursor } } }`,
    { standards: current },
  );
  const titles = [...obligations, ...clauses].map(({ node }) => node.title);
  return {
    instrument: INSTRUMENT,
    obligations: obligations.map(({ node }) => node.id),
    pageStarts: obligations.slice(0, -PAGE).map(({ cursor }) => cursor),
    kinds: [...new Set(obligations.map(({ node }) => node.kind))],
    standards: current,
    clauses: clauses.filter(({ node }) => node.kind !== 'HEADING').map(({ node }) => node.citation),
    titles: titles.map((title) => title.match(/\p{L}{4,}/gu) ?? []).filter((words) => words.length > 0),
  };
}

async function all<T>(url: string, query: string, variables: object = {}) {
  const edges: Edges<T>['edges'] = [];
  for (let after: string | null = null, more = true; more;) {
    const { list }: { list: Edges<T> } = await post(url, query, { ...variables, after });
    edges.push(...list.edges);
    more = list.pageInfo.hasNextPage;
    after = list.pageInfo.endCursor;
  }
  return edges;
}
