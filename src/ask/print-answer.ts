import type { Language } from '../shared/language.js';
import { WORDS, type Words } from './words.js';

/** What `QUESTION` answers. */
export interface Answer {
  /** The release that answered. */
  dataset: { version: string; disclaimer: string };
  resolve: { node: Named | null; suggestions: Named[] }[];
}

export interface Named {
  __typename: string;
  id: string;
  citation?: string;
  name?: string;
  /** Of what may have no title, or no summary. */
  maybeTitle?: string | null;
  maybeSummary?: string | null;
  summary?: string;
  obligations?: Duty[];
  coverage?: Coverage;
  title?: string;
  mappings?: { totalCount: number; nodes: Edge[] };
}

interface Duty {
  id: string;
  citation: string;
  title: string;
  coverage: Coverage;
}

type Level = keyof Words['levels'];

interface Coverage {
  level: Level;
  remainder: string | null;
  unassessedStandards: { id: string }[];
  mappings: Edge[];
}

interface Edge {
  obligation: { id: string; citation: string; title: string };
  clause: { id: string; citation: string; title: string };
  /** ASSERTED, or INHERITED from a standard that it repeats. */
  derivation: string;
  relationship: string;
  covers: Level;
  strength: number;
  rationale: string;
  gap: string | null;
}

const MOST_EDGES = 5;
const WIDTH = 96;

/** A reference's meaning as lines of text, best edges first. */
export function printAnswer(reference: string, { resolve, dataset }: Answer, language: Language): string {
  const words = WORDS[language];
  const [{ node, suggestions } = { node: null, suggestions: [] }] = resolve;
  if (!node) {
    const near = suggestions.map((one) => `  ${heading(one)}  [${one.id}]`);
    return [near.length > 0 ? words.ambiguous(reference) : words.unknown(reference), ...near].join('\n');
  }
  const summary = node.summary ?? node.maybeSummary;
  return [
    `${heading(node)}  [${node.id}]`,
    ...(summary ? [wrap(summary)] : []),
    ...(node.coverage ? printCoverage(node.coverage, words) : []),
    ...(node.obligations ?? []).flatMap((duty) => [
      '',
      `${duty.citation}: ${duty.title}  [${duty.id}]`,
      ...printCoverage(duty.coverage, words),
    ]),
    ...(node.mappings ? printMappings(node.mappings, words) : []),
    ...(suggestions.length > 0
      ? ['', words.also, ...suggestions.map((one) => `  ${heading(one)}  [${one.id}]`)]
      : []),
    '',
    wrap(words.release(dataset.version, dataset.disclaimer), 0),
  ].join('\n');
}

function heading({ id, citation, name, maybeTitle }: Named): string {
  return [citation, name ?? maybeTitle].filter(Boolean).join(': ') || id;
}

function printCoverage(
  { level, remainder, unassessedStandards, mappings }: Coverage,
  words: Words,
): string[] {
  const judged = mappings.filter(({ derivation }) => derivation === 'ASSERTED');
  const best = judged.sort((a, b) => b.strength - a.strength);
  const shown = best.slice(0, MOST_EDGES);
  return [
    `  ${words.level}: ${words.levels[level]}`,
    ...shown.flatMap((edge) => printEdge(edge, edge.clause, words)),
    ...(best.length > shown.length ? [`  ${words.more(best.length - shown.length)}`] : []),
    ...(remainder ? [`  ${words.left}:`, wrap(remainder, 4)] : []),
    ...(unassessedStandards.length > 0
      ? [`  ${words.unassessed}: ${unassessedStandards.map(({ id }) => id).join(', ')}`]
      : []),
  ];
}

function printMappings({ totalCount, nodes }: { totalCount: number; nodes: Edge[] }, words: Words): string[] {
  if (totalCount === 0) return ['', words.coversNothing];
  return [
    '',
    words.covers(totalCount),
    ...nodes.flatMap((edge) => printEdge(edge, edge.obligation, words)),
    ...(totalCount > nodes.length ? [`  ${words.more(totalCount - nodes.length)}`] : []),
  ];
}

function printEdge(edge: Edge, end: Edge['clause'], words: Words): string[] {
  return [
    `  - ${end.citation}: ${end.title}  (${words.levels[edge.covers]}, ${edge.strength}/10)  [${end.id}]`,
    wrap(edge.rationale, 6),
    ...(edge.gap ? [wrap(`${words.gap}: ${edge.gap}`, 6)] : []),
  ];
}

function wrap(text: string, indent = 2): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > WIDTH - indent) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one).join('\n');
}
