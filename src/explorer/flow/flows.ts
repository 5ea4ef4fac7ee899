import type { CitedAnswer, FlowEdge, Level } from '../answers.js';
import type { Flow } from './layout.js';

export interface FlowNode {
  id: string;
  label: string;
  title: string;
}

/** What flows where: edges added up by measure and clause, or by measure and group of clauses. */
export interface FlowSum extends Flow {
  edges: number;
  strongest: number;
  /** FULL if at least one of the clauses covers its duty fully by itself. */
  covers: Level;
}

export interface FlowPicture {
  left: FlowNode[];
  right: FlowNode[];
  sums: FlowSum[];
}

/** All measures flow to groups of clauses; one measure flows to the clauses themselves. */
export function flowOf(
  edges: readonly FlowEdge[],
  measures: readonly CitedAnswer[],
  measure: string | undefined,
): FlowPicture {
  const sums = new Map<string, FlowSum>();
  const rights = new Map<string, FlowNode>();
  for (const edge of edges) {
    if (edge.covers === 'NONE' || !edge.obligation.measure) continue;
    const to = measure === undefined ? groupOf(edge) : clauseOf(edge);
    rights.set(to.id, to);
    const from = edge.obligation.measure.id;
    const key = `${from} ${to.id}`;
    const sum = sums.get(key) ?? { from, to: to.id, weight: 0, edges: 0, strongest: 0, covers: 'PARTIAL' };
    sums.set(key, {
      ...sum,
      weight: sum.weight + edge.strength,
      edges: sum.edges + 1,
      strongest: Math.max(sum.strongest, edge.strength),
      covers: edge.covers === 'FULL' ? 'FULL' : sum.covers,
    });
  }
  const used = new Set([...sums.values()].map(({ from }) => from));
  return {
    left: measures
      .filter(({ id }) => used.has(id))
      .map(({ id, citation, title }) => ({ id, label: citation, title })),
    right: [...rights.values()].sort(byReferenceAndNumber),
    sums: [...sums.values()],
  };
}

const nodeOf = (
  { id, number, title }: Pick<FlowEdge['clause'], 'id' | 'number' | 'title'>,
  { clause }: FlowEdge,
): FlowNode => ({ id, label: `${clause.standard.reference} ${number}`, title });

const clauseOf = (edge: FlowEdge) => nodeOf(edge.clause, edge);

/** The chapter that a clause stands in; in an annex, which has a letter, the theme below it. */
function groupOf(edge: FlowEdge): FlowNode {
  const { clause } = edge;
  const top = clause.parent?.parent;
  return nodeOf((top && /^\d/.test(top.number) ? top : clause.parent) ?? clause, edge);
}

const byReferenceAndNumber = (one: FlowNode, other: FlowNode) =>
  one.label.localeCompare(other.label, 'en', { numeric: true });
