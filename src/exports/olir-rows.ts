import { inLanguage, type Language } from '../shared/language.js';
import type { CellValue } from '../spreadsheets/csv.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { WORDS } from './relationship-words.js';

/** The nine columns of NIST OLIR in its order, then what only Kobling knows of an edge. */
export const HEADER = [
  'Focal Document Element',
  'Focal Document Element Description',
  'Security Control Baseline',
  'Rationale',
  'Relationship',
  'Reference Document Element',
  'Reference Document Element Description',
  'Comments',
  'Strength of Relationship',
  'Gap',
  'Topics',
  'Confidence',
  'Status',
  'Derivation',
  'Sources',
  'Focal Document Citation',
  'Reference Document Citation',
  'Mapping ID',
] as const;

export const WIDTHS: readonly number[] = [
  24, 40, 12, 12, 16, 24, 40, 60, 10, 60, 30, 12, 12, 12, 24, 28, 28, 40,
];

/** Ids, not numbers alone, so that a row says what it is about wherever it is copied to. */
export function rowOf(edge: Mapping, language: Language): CellValue[] {
  const { obligation, clause } = edge;
  const say = { language };
  return [
    obligation.id,
    `${obligation.title(say)}: ${obligation.summary(say)}`,
    null,
    edge.rationaleKind.toLowerCase(),
    WORDS[edge.relationship].olir,
    clause.id,
    clause.title(say),
    edge.rationale(say),
    edge.strength,
    edge.gap(say),
    edge.topics.map(({ nameText }) => inLanguage(nameText, say)).join('; ') || null,
    edge.confidence,
    edge.status,
    edge.derivation,
    edge.sources.map(({ source }) => source.id).join('; '),
    obligation.citation(say),
    clause.citation,
    edge.id,
  ];
}
