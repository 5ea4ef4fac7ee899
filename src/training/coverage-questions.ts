import type { Coverage } from '../coverage/coverage.types.js';
import type { Citation } from '../dataset/source.entity.js';
import type { LawGraph } from '../law/law.graph.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Topic } from '../law/topic.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { MappingsGraph } from '../mappings/mappings.graph.js';
import type { RemainderPart } from '../mappings/remainder.entity.js';
import { inLanguage, Language } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import { ClauseKind } from '../standards/standards.enums.js';
import type { StandardsGraph } from '../standards/standards.graph.js';
import type { Choice, Draft, DraftMaker } from './quiz.js';
import { areUnrelated, nearestFirst } from './unrelated.js';
import { capital, citedIn, heading, inBoth, listed, quoted, referencesOf } from './wording.js';

interface Graph {
  law: LawGraph;
  standards: StandardsGraph;
  mappings: MappingsGraph;
}

/** Weaker edges make poor questions: what they answer is arguable. */
const MOST_EDGES = 5;

/** Which clause answers a topic, or helps with a duty. Wrong are clauses of that standard without any edge to it. */
export const askClauses = ({ standards, mappings }: Graph): DraftMaker =>
  function* (_, coverages) {
    for (const coverage of openFirst(coverages)) {
      const { obligation } = coverage;
      for (const { mapping, topic } of bestEdges(coverage)) {
        const { clause } = mapping;
        const wrong = standards
          .clausesOf(clause.standard)
          .filter((other) => isSurelyWrong(other, obligation, mappings, standards));
        yield {
          key: `clause ${mapping.id} ${topic?.id ?? ''}`,
          prompt: inBoth((language) => clausePrompt(mapping, topic, language)),
          right: clauseChoice(clause),
          // Clauses from the same part of the standard that answer something else are the plausible ones.
          wrong: [
            wrong.filter((other) => other.parent === clause.parent && mappings.ofClause(other).length > 0),
            wrong.filter((other) => other.parent !== clause.parent && mappings.ofClause(other).length > 0),
            wrong.filter((other) => mappings.ofClause(other).length === 0),
          ].map((group) => group.map(clauseChoice)),
          about: [obligation, clause, ...(topic ? [topic] : []), mapping],
          edge: mapping,
          sources: mapping.sources,
          explain: () => explainEdge(mapping),
        };
      }
    }
  };

/** The strongest edge for every topic that a clause answers; where no topic is answered the strongest edges. */
function bestEdges({ obligation, mappings }: Coverage): { mapping: Mapping; topic: Topic | null }[] {
  const covering = strongestFirst(mappings);
  const answering = obligation.topics.flatMap((topic) => {
    const mapping = covering.find(({ topics }) => topics.includes(topic));
    return mapping ? [{ mapping, topic }] : [];
  });
  if (answering.length > 0) return answering;
  return covering.slice(0, MOST_EDGES).map((mapping) => ({ mapping, topic: null }));
}

function strongestFirst(mappings: readonly Mapping[]): Mapping[] {
  return mappings
    .filter(({ covers }) => covers !== CoverageLevel.NONE)
    .sort((a, b) => b.strength - a.strength || a.position - b.position);
}

/** No edge leads from the clause, or from one above or below it, to the duty or to one that may share its answer. */
function isSurelyWrong(
  clause: Clause,
  obligation: Obligation,
  mappings: MappingsGraph,
  standards: StandardsGraph,
): boolean {
  if (clause.kind === ClauseKind.HEADING) return false;
  return [clause, ...above(clause), ...standards.childrenOf(clause)].every((one) =>
    mappings
      .ofClause(one)
      .every((mapping) => mapping.obligation !== obligation && areUnrelated(mapping.obligation, obligation)),
  );
}

const above = ({ parent }: Clause): Clause[] => (parent ? [parent, ...above(parent)] : []);

const clauseChoice = (clause: Clause): Choice => ({
  key: clause.id,
  text: inBoth((language) => `${clause.number} ${clause.title({ language })}`),
});

function clausePrompt({ obligation, clause }: Mapping, topic: Topic | null, language: Language): string {
  const { reference } = clause.standard;
  const citation = obligation.citation({ language });
  const subject = quoted(topic ? topic.name({ language }) : obligation.title({ language }), language);
  if (language === Language.DA)
    return topic
      ? `Hvilket punkt i ${reference} besvarer fuldt ud emnet ${subject} i ${citation}?`
      : `Hvilket punkt i ${reference} hjælper med at opfylde ${citation}, ${subject}?`;
  return topic
    ? `Which clause of ${reference} fully answers the topic ${subject} of ${citation}?`
    : `Which clause of ${reference} helps to meet ${citation}, ${subject}?`;
}

/** What a duty still asks for with the standards in place. Wrong is what other duties ask for. */
export const askRemainders = ({ law, mappings }: Graph): DraftMaker =>
  function* (_, coverages) {
    for (const coverage of openFirst(coverages)) {
      const { obligation } = coverage;
      const others = law.obligations.all.filter((other) => areUnrelated(other, obligation));
      const partsOf = (obligations: readonly Obligation[]) =>
        obligations.flatMap((other) => mappings.remainderOf(other).map(partChoice));
      const judgement = judgementOf(coverage);
      for (const part of coverage.remainderParts) {
        yield {
          key: `remainder ${obligation.id} ${part.number}`,
          prompt: inBoth((language) => remainderPrompt(coverage, language)),
          right: partChoice(part),
          wrong: nearestFirst(others, obligation).map(partsOf),
          about: [obligation, ...(judgement ? [judgement] : [])],
          sources: judgement?.sources ?? [],
          explain: (wrong) => explainRemainder(coverage, part, dutiesOf(wrong, law)),
        };
      }
    }
  };

const partChoice = ({ obligationId, number, text }: RemainderPart): Choice => ({
  key: `${obligationId} ${number}`,
  text,
});

/** The duties that remainder parts belong to, which their keys begin with. */
function dutiesOf(choices: readonly Choice[], law: LawGraph): Obligation[] {
  const ids = new Set(choices.map(({ key }) => key.slice(0, key.lastIndexOf(' '))));
  return law.obligations.all.filter(({ id }) => ids.has(id));
}

function remainderPrompt(coverage: Coverage, language: Language): string {
  const { obligation } = coverage;
  const duty = `${obligation.citation({ language })}, ${quoted(obligation.title({ language }), language)},`;
  const standards = referencesOf(judged(coverage), language);
  return language === Language.DA
    ? `Hvad kræver ${duty} stadig, når ${standards} er på plads?`
    : `What does ${duty} still ask for with ${standards} in place?`;
}

/** The standards that somebody held against the duty; nothing is said of the others. */
const judged = ({ standards, unassessedStandards }: Coverage) =>
  standards.filter((standard) => !unassessedStandards.includes(standard));

/** What tells best why a duty stands where it does: its strongest edge, or the verdict that nothing covers it. */
const judgementOf = ({ mappings, assessments }: Coverage) => strongestFirst(mappings)[0] ?? assessments[0];

function explainRemainder(coverage: Coverage, part: RemainderPart, others: readonly Obligation[]) {
  const { obligation, level } = coverage;
  const judgement = judgementOf(coverage);
  return inBoth((language) => {
    const danish = language === Language.DA;
    const standards = referencesOf(judged(coverage), language);
    const citation = heading(obligation, language);
    const covered =
      level === CoverageLevel.NONE
        ? danish
          ? `${citation} dækkes slet ikke af ${standards}.`
          : `${citation} is not covered at all by ${standards}.`
        : danish
          ? `${citation} dækkes delvis af ${standards}.`
          : `${citation} is covered in part by ${standards}.`;
    const why = !judgement
      ? ''
      : 'clause' in judgement
        ? `${judgement.clause.citation}: ${judgement.rationale({ language })} ${sourcesIn(judgement.sources, language)}`
        : `${judgement.reason({ language })} ${sourcesIn(judgement.sources, language)}`;
    const open = `${danish ? 'Tilbage står' : 'What stays open'}: ${inLanguage(part.text, { language })}`;
    const elsewhere = `${danish ? 'De andre svar hører til' : 'The other answers belong to'} ${citedIn(others, language)}.`;
    return [covered, why, open, elsewhere].filter(Boolean).join(' ');
  });
}

/** Which duty a clause helps with. Wrong are duties that were held against its standard and have no edge to it. */
export const askDuties = ({ law, mappings }: Graph): DraftMaker =>
  function* (_, coverages) {
    for (const coverage of openFirst(coverages)) {
      for (const mapping of strongestFirst(coverage.mappings).slice(0, MOST_EDGES))
        yield dutyDraft(mapping, law, mappings);
    }
  };

function dutyDraft(mapping: Mapping, law: LawGraph, mappings: MappingsGraph): Draft {
  const { clause, obligation } = mapping;
  const served = mappings.ofClause(clause).map((edge) => edge.obligation);
  const wrong = law.obligations.all.filter(
    (other) =>
      other.entityFacing &&
      mappings.isAssessed(other, clause.standard) &&
      served.every((one) => one !== other && areUnrelated(one, other)),
  );
  return {
    key: `duty ${mapping.id}`,
    prompt: inBoth((language) => {
      const name = `${clause.citation} (${quoted(clause.title({ language }), language)})`;
      return language === Language.DA
        ? `Hvilken af disse pligter bidrager ${name} til at opfylde?`
        : `Which of these duties does ${name} help to meet?`;
    }),
    right: dutyChoice(obligation),
    wrong: nearestFirst(wrong, obligation).map((group) => group.map(dutyChoice)),
    about: [obligation, clause, mapping],
    edge: mapping,
    sources: mapping.sources,
    explain: () => explainEdge(mapping),
  };
}

const dutyChoice = (obligation: Obligation): Choice => ({
  key: obligation.id,
  text: inBoth(
    (language) => `${capital(obligation.citation({ language }))}: ${obligation.title({ language })}`,
  ),
});

const explainEdge = (mapping: Mapping) =>
  inBoth((language) => {
    const danish = language === Language.DA;
    const { obligation, clause, sources } = mapping;
    const pair = listed([obligation.citation({ language }), clause.citation], language);
    const gap = mapping.gap({ language });
    const open = gap === null ? '' : `${danish ? 'Det, der står åbent' : 'What it leaves open'}: ${gap}`;
    return [`${capital(pair)}: ${mapping.rationale({ language })}`, open, sourcesIn(sources, language)]
      .filter(Boolean)
      .join(' ');
  });

const sourcesIn = (sources: readonly Citation[], language: Language) =>
  `(${language === Language.DA ? 'Kilde' : 'Source'}: ${[...new Set(sources.map(({ source }) => source.title))].join('; ')}.)`;

/** The general duties before the points that detail them, and open parts first: gaps are what deserves attention. */
function openFirst(coverages: readonly Coverage[]): Coverage[] {
  const isDetail = ({ obligation }: Coverage) => Number(obligation.specifies.length > 0);
  return [...coverages].sort(
    (a, b) =>
      isDetail(a) - isDetail(b) ||
      b.remainderParts.length - a.remainderParts.length ||
      a.obligation.position - b.obligation.position,
  );
}
