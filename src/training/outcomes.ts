import type { Obligation } from '../law/obligation.entity.js';
import type { Coverage } from '../coverage/coverage.types.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { Language } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import type { Subject } from './curriculum.js';
import { LearningOutcome } from './learning-outcome.type.js';
import { say, sentenceFor, type Aspect, type Parts } from './outcome-sentences.js';
import type { Audience } from './training.enums.js';
import { articlesIn, inBoth, listed, numbersOf, quoted, referencesOf, timeIn } from './wording.js';

/** Up to here every duty has an outcome of its own; more are taught together. */
const MOST_SINGLE_DUTIES = 4;
const MOST_CLAUSES = 6;
const LEVELS_WITH_GAP: ReadonlySet<CoverageLevel> = new Set([CoverageLevel.PARTIAL, CoverageLevel.NONE]);

/** What an outcome speaks of. */
interface About {
  obligations: readonly Obligation[];
  clauses?: readonly Clause[];
  open?: readonly Coverage[];
}

/** What participants of a module can do afterwards, composed from its duties and how far standards cover them. */
export function outcomesOf(
  { kind, obligations }: Subject,
  coverages: readonly Coverage[],
  audience: Audience,
): LearningOutcome[] {
  return aspectsOf(obligations, coverages).flatMap(([aspect, about]) => {
    const sentence = sentenceFor(audience, aspect, kind);
    if (!sentence || about.obligations.length === 0) return [];
    return Object.assign(new LearningOutcome(), {
      level: sentence.level,
      statementText: inBoth((language) => say(sentence, language, partsOf(about, language))),
      obligations: about.obligations,
      clauses: about.clauses ?? [],
    });
  });
}

function aspectsOf(obligations: readonly Obligation[], coverages: readonly Coverage[]): [Aspect, About][] {
  const own = obligations.filter(({ entityFacing }) => entityFacing);
  const duties = own.filter(({ specifies }) => specifies.length === 0);
  const clauses = strongestClauses(coverages);
  // What is open in a duty is not said again for every point that details it.
  const open = coverages.filter(
    ({ level, obligation }) => LEVELS_WITH_GAP.has(level) && obligation.specifies.length === 0,
  );
  return [
    ...(duties.length > MOST_SINGLE_DUTIES ? [duties] : duties.map((duty) => [duty])).map(
      (together): [Aspect, About] => ['DUTY', { obligations: together }],
    ),
    ['TIME', { obligations: duties.filter(({ deadline }) => deadline?.duration != null) }],
    ['CLAUSES', { obligations: clauses.length > 0 ? own : [], clauses }],
    ['GAP', { obligations: open.map(({ obligation }) => obligation), open }],
    ['DETAILS', { obligations: own.filter(({ specifies }) => specifies.length > 0) }],
    ['AUTHORITIES', { obligations: obligations.filter(({ entityFacing }) => !entityFacing) }],
  ];
}

function partsOf({ obligations, clauses = [], open = [] }: About, language: Language): Parts {
  return {
    duties: dutiesIn(obligations, language),
    citations: open.length > 0 ? openIn(open, language) : articlesIn(obligations, language),
    times: listed(
      obligations.flatMap((obligation) =>
        obligation.deadline?.duration == null
          ? []
          : `${timeIn(obligation.deadline.duration, language)} (${obligation.citation({ language })})`,
      ),
      language,
    ),
    clauses: numbersOf(clauses),
    standards: referencesOf(judgedOf(open), language),
    count: obligations.length,
  };
}

/** The standards that somebody held against one of the duties: nothing is said of those that nobody looked at. */
function judgedOf(open: readonly Coverage[]): readonly Standard[] {
  const [first] = open;
  return (first?.standards ?? []).filter((standard) =>
    open.some(({ unassessedStandards }) => !unassessedStandards.includes(standard)),
  );
}

/** Where there are few, each with the topics that no clause answers. */
function openIn(open: readonly Coverage[], language: Language): string {
  const duties = open.map(({ obligation }) => obligation);
  if (duties.length > MOST_SINGLE_DUTIES) {
    const number = language === Language.DA ? `${duties.length} pligter i` : `${duties.length} duties in`;
    return `${number} ${articlesIn(duties, language)}`;
  }
  return listed(
    open.map(({ obligation, topicsMissing }) => {
      const topics = topicsMissing.map((topic) => quoted(topic.name({ language }), language)).join(', ');
      return obligation.citation({ language }) + (topics ? ` (${topics})` : '');
    }),
    language,
  );
}

function dutiesIn(obligations: readonly Obligation[], language: Language): string {
  const [only] = obligations;
  const danish = language === Language.DA;
  if (only && obligations.length === 1)
    return `${danish ? 'pligten' : 'the duty'} ${quoted(only.title({ language }), language)} (${only.citation({ language })})`;
  const number = `${danish ? 'de' : 'the'} ${obligations.length} ${danish ? 'pligter' : 'duties'}`;
  return `${number} ${danish ? 'i' : 'in'} ${articlesIn(obligations, language)}`;
}

/** The clauses that carry most, one for a control that several of the standards hold, in the order of the standards. */
function strongestClauses(coverages: readonly Coverage[]): Clause[] {
  const best = new Map<Clause, Mapping>();
  for (const mapping of coverages.flatMap(({ mappings }) => mappings)) {
    if (mapping.covers === CoverageLevel.NONE) continue;
    const control = (mapping.inheritedFrom ?? mapping).clause;
    const known = best.get(control);
    if (!known || isBetter(mapping, known)) best.set(control, mapping);
  }
  return [...best.values()]
    .sort((a, b) => b.strength - a.strength || a.clause.position - b.clause.position)
    .slice(0, MOST_CLAUSES)
    .map(({ clause }) => clause)
    .sort((a, b) => a.position - b.position);
}

const isBetter = (one: Mapping, other: Mapping) =>
  one.strength > other.strength ||
  (one.strength === other.strength && one.clause.position < other.clause.position);
