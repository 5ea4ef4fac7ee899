import type { Obligation } from '../law/obligation.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import type { Language } from '../shared/language.js';
import type { Standard } from '../standards/standard.entity.js';
import { coverageOf } from './coverage.js';
import type { Coverage } from './coverage.types.js';

/** Words of the page in both languages. The codes of the API stay as they are, so that they can be looked up. */
const WORDS = {
  EN: {
    standards: 'How far each standard reaches',
    standard: 'Standard',
    level: 'Level',
    edges: 'Edges',
    answered: 'Topics answered',
    missing: 'Topics open',
    remainder: 'What remains',
    nothing: 'Nothing.',
    unassessed: 'Nobody has judged this pair yet.',
    clause: 'Clause',
    relationship: 'Relationship',
    strength: 'Strength',
    why: 'Why',
    open: 'Still open',
    inherited: 'Inherited by its controls of the same number from',
    none: 'No edge.',
    verdict: 'Nothing in it covers the duty',
    details: 'Points of implementing acts that set it out in detail, by level',
    point: 'Point',
    generated: 'Generated from the release by `npm run docs:coverage`; do not edit.',
    topics: 'Topics',
    confidence: 'Confidence',
  },
  DA: {
    standards: 'Hvor langt hver standard rækker',
    standard: 'Standard',
    level: 'Niveau',
    edges: 'Relationer',
    answered: 'Besvarede emner',
    missing: 'Åbne emner',
    remainder: 'Det, der er tilbage',
    nothing: 'Intet.',
    unassessed: 'Ingen har vurderet dette par endnu.',
    clause: 'Punkt',
    relationship: 'Relation',
    strength: 'Styrke',
    why: 'Hvorfor',
    open: 'Stadig åbent',
    inherited: 'Arvet af dens kontroller med samme nummer fra',
    none: 'Ingen relation.',
    verdict: 'Intet i den dækker pligten',
    details: 'Punkter i gennemførelsesretsakter, der uddyber den, efter niveau',
    point: 'Punkt',
    generated: 'Dannet af udgivelsen med `npm run docs:coverage`; må ikke rettes i hånden.',
    topics: 'Emner',
    confidence: 'Sikkerhed',
  },
} as const;

interface Below {
  mappings: MappingsGraph;
  /** The current editions, in the order in which they are shown. */
  standards: readonly Standard[];
}

/** A page on one obligation that an auditor can print and read against the standards. Markdown. */
export function coveragePageOf(
  obligation: Obligation,
  language: Language,
  { mappings, standards }: Below,
): string {
  const words = WORDS[language];
  const say = { language };
  const rows = standards.map((standard) => ({
    standard,
    coverage: coverageOf(obligation, [standard], mappings),
  }));
  const named = (topics: readonly { name(args: { language: Language }): string }[]) =>
    topics.map((topic) => topic.name(say)).join('; ') || '–';
  return (
    [
      `# ${capital(obligation.citation(say))}: ${obligation.title(say)}`,
      `_${words.generated}_`,
      obligation.summary(say),
      `## ${words.standards}`,
      table(
        [words.standard, words.level, words.edges, words.answered, words.missing],
        rows.map(({ standard, coverage }) => [
          standard.reference,
          coverage.level,
          String(coverage.mappings.length),
          named(coverage.topicsCovered),
          named(coverage.topicsMissing),
        ]),
      ),
      ...rows.flatMap(({ standard, coverage }) => [
        `## ${standard.reference}: ${coverage.level}`,
        ...edgesOf(coverage, language),
        `**${words.remainder}:** ${remainderOf(coverage, language)}`,
      ]),
      ...detailsOf(obligation, language, { mappings, standards }),
    ].join('\n\n') + '\n'
  );
}

function edgesOf(coverage: Coverage, language: Language): string[] {
  const words = WORDS[language];
  const say = { language };
  const asserted = coverage.mappings.filter(({ inheritedFrom }) => !inheritedFrom);
  const inherited = coverage.mappings.filter(({ inheritedFrom }) => inheritedFrom);
  const parts: string[] = [];
  if (asserted.length > 0)
    parts.push(
      table(
        [
          words.clause,
          words.relationship,
          words.strength,
          words.confidence,
          words.topics,
          words.why,
          words.open,
        ],
        asserted.map((mapping) => [
          `${mapping.clause.number} ${mapping.clause.title(say)}`,
          mapping.relationship,
          String(mapping.strength),
          mapping.confidence,
          mapping.topics.map((topic) => topic.name(say)).join('; ') || '–',
          mapping.rationale(say),
          mapping.gap(say) ?? '–',
        ]),
      ),
    );
  if (inherited.length > 0) parts.push(`${words.inherited} ${origins(inherited)}.`);
  for (const assessment of coverage.assessments) parts.push(`${words.verdict}: ${assessment.reason(say)}`);
  return parts.length > 0 ? parts : [words.none];
}

/** `ISO/IEC 27001:2022 A.5.1, A.5.2`: the clauses that inherited edges were judged on, by standard. */
function origins(inherited: readonly Mapping[]): string {
  const byStandard = new Map<string, string[]>();
  for (const { inheritedFrom, clause } of inherited) {
    const origin = inheritedFrom?.clause ?? clause;
    const numbers = byStandard.get(origin.standard.reference) ?? [];
    byStandard.set(origin.standard.reference, [...numbers, origin.number]);
  }
  return [...byStandard].map(([reference, numbers]) => `${reference} ${numbers.join(', ')}`).join('; ');
}

function remainderOf(coverage: Coverage, language: Language): string {
  const words = WORDS[language];
  if (coverage.level === CoverageLevel.UNASSESSED) return words.unassessed;
  return coverage.remainder({ language }) ?? words.nothing;
}

function detailsOf(obligation: Obligation, language: Language, { mappings, standards }: Below): string[] {
  if (obligation.specifiedBy.length === 0) return [];
  const words = WORDS[language];
  return [
    `## ${words.details}`,
    table(
      [words.point, ...standards.map(({ reference }) => reference)],
      obligation.specifiedBy.map((detail) => [
        `${detail.citation({ language })}: ${detail.title({ language })}`,
        ...standards.map((standard) => coverageOf(detail, [standard], mappings).level),
      ]),
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
