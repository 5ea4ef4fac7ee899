import { Source } from '../../dataset/source.entity.js';
import { Instrument } from '../../law/instrument.entity.js';
import { Measure } from '../../law/measure.entity.js';
import { Obligation } from '../../law/obligation.entity.js';
import { Provision } from '../../law/provision.entity.js';
import { Topic } from '../../law/topic.entity.js';
import { Assessment } from '../../mappings/assessment.entity.js';
import { Mapping } from '../../mappings/mapping.entity.js';
import { Authority } from '../../national/authority.entity.js';
import { Transposition } from '../../national/transposition.entity.js';
import { numbersIn } from '../../references/reference-index.js';
import type { SearchDocument } from '../../search/search-document.js';
import { EntityType } from '../../sectors/entity-type.entity.js';
import { Sector } from '../../sectors/sector.entity.js';
import { Subsector } from '../../sectors/subsector.entity.js';
import { inLanguage, Language, type Text } from '../../shared/language.js';
import { Clause } from '../../standards/clause.entity.js';
import { Standard } from '../../standards/standard.entity.js';
import { CourseModule } from '../../training/course-module.entity.js';
import { Course } from '../../training/course.entity.js';
import type { Rows } from './rows.js';

/** A text in both languages, one that is the same in both, or none. */
type Said = Text | string | null | undefined;

/** What of a row is searched; see SearchDocument. Rows are not linked yet: what they point at is found by id. */
interface Searched {
  title: Said;
  names?: Said[];
  spellings?: Said[];
  context?: Said[];
  summary?: Said[];
  reasons?: Said[];
  /** Superseded, repealed or only proposed; see SearchText.current. */
  past?: boolean;
}

type Find = <T>(table: new () => T, id: string | null | undefined) => T | undefined;

interface Around {
  find: Find;
  isSuperseded: (standardId: string) => boolean;
}

interface SearchedTable {
  table: new () => object;
  read: (row: never, around: Around) => Searched;
}

const searched = <T extends object>(
  table: new () => T,
  read: (row: T, around: Around) => Searched,
): SearchedTable => ({ table, read });

/**
 * All that `search` finds. Another kind of record is one more entry here; where it stands decides between results
 * that are otherwise equally good.
 */
const SEARCHED: readonly SearchedTable[] = [
  searched(Instrument, ({ shortName, titleText, aliases, celex, noteText, status }) => ({
    title: titleText,
    names: [shortName, ...aliases, celex],
    spellings: numbersIn(titleText.en),
    summary: [noteText],
    past: isPast({ status }),
  })),
  searched(
    Standard,
    ({ id, reference, titleText, aliases, amendments, completenessText }, { isSuperseded }) => ({
      title: titleText ?? reference,
      names: [reference, ...aliases, ...amendments],
      spellings: spellingsOfEdition(reference),
      summary: [completenessText],
      past: isSuperseded(id),
    }),
  ),
  searched(Measure, ({ titleText, provisionId, topicIds }, { find }) => ({
    title: titleText,
    names: [find(Provision, provisionId)?.citationText],
    spellings: [numberOf(provisionId)],
    context: topicIds.map((topic) => find(Topic, topic)?.nameText),
    summary: [find(Provision, provisionId)?.summaryText],
  })),
  searched(Topic, ({ nameText, namedInId, parentId }, { find }) => ({
    title: nameText,
    context: [find(Topic, parentId)?.nameText, find(Provision, namedInId)?.citationText],
  })),
  searched(Clause, ({ number, titleText, standardId, attributes }, { find, isSuperseded }) => {
    const standard = find(Standard, standardId);
    return {
      title: titleText,
      names: [number],
      context: [standard && `${standard.reference}, ${number}`, ...(standard?.aliases ?? [])],
      summary: Object.values(attributes ?? {}).flat() as string[],
      past: isSuperseded(standardId),
    };
  }),
  searched(Obligation, ({ titleText, summaryText, provisionId, topicIds, deadlineFacts }, { find }) => {
    const provision = find(Provision, provisionId);
    return {
      title: titleText,
      names: [provision?.citationText],
      spellings: [numberOf(provisionId)],
      context: [actOf(provision, find)?.shortName, ...topicIds.map((topic) => find(Topic, topic)?.nameText)],
      summary: [summaryText, deadlineFacts?.trigger],
      past: isPast(actOf(provision, find)),
    };
  }),
  searched(Provision, (provision, { find }) => ({
    title: provision.titleText ?? provision.citationText,
    names: [provision.citationText],
    spellings: [numberOf(provision.id)],
    context: [actOf(provision, find)?.shortName],
    summary: [provision.summaryText],
    past: isPast(actOf(provision, find)),
  })),
  searched(Sector, ({ nameText }) => ({ title: nameText })),
  searched(Subsector, ({ nameText, sectorId }, { find }) => ({
    title: nameText,
    context: [find(Sector, sectorId)?.nameText],
  })),
  searched(EntityType, ({ nameText, sectorId, subsectorId, conditionText, essentialNoteText }, { find }) => ({
    title: nameText,
    context: [find(Sector, sectorId)?.nameText, find(Subsector, subsectorId)?.nameText],
    summary: [conditionText, essentialNoteText],
  })),
  searched(Authority, ({ nameText, fieldFacts }) => ({
    title: nameText,
    summary: fieldFacts.map(({ fieldText }) => fieldText),
  })),
  searched(Transposition, ({ countryNameText, act, inForceNoteText, divergenceText, basisText }) => ({
    title: countryNameText,
    context: [act],
    summary: [inForceNoteText, divergenceText, basisText],
  })),
  searched(Course, ({ titleText, summaryText, roleProfiles }) => ({
    title: titleText,
    context: roleProfiles,
    summary: [summaryText],
  })),
  searched(CourseModule, ({ titleText, summaryText, courseId, outcomeFacts }, { find }) => ({
    title: titleText,
    context: [find(Course, courseId)?.titleText],
    summary: [summaryText, ...outcomeFacts.map(({ statementText }) => statementText)],
  })),
  searched(Source, ({ title, publisher, edition, note }) => ({
    title,
    context: [publisher, edition],
    summary: [note],
  })),
  searched(Mapping, ({ rationaleText, gapText }) => ({ title: null, reasons: [rationaleText, gapText] })),
  searched(Assessment, ({ reasonText }) => ({ title: null, reasons: [reasonText] })),
];

/** What is searched of all rows, each record in both languages, in the order of the list above. */
export function searchDocuments(rows: Rows): SearchDocument[] {
  const superseded = new Set(
    ((rows.get(Standard) ?? []) as Standard[]).flatMap(({ supersedesIds }) => supersedesIds),
  );
  const around = { find: finderOf(rows), isSuperseded: (id: string) => superseded.has(id) };
  return SEARCHED.flatMap(({ table, read }) =>
    (rows.get(table) ?? []).flatMap((row) => {
      const said = read(row as never, around);
      return [Language.EN, Language.DA].map((language) => ({
        nodeId: (row as { id: string }).id,
        language,
        current: !said.past,
        title: spoken([said.title], language)[0] ?? '',
        names: spoken(said.names, language),
        spellings: spoken(said.spellings, language),
        context: spoken(said.context, language),
        summary: spoken(said.summary, language),
        reasons: spoken(said.reasons, language),
      }));
    }),
  );
}

/** As it is served in that language: in English where there is no Danish yet. */
function spoken(texts: readonly Said[] = [], language: Language): string[] {
  return texts
    .map((text) => (text && typeof text === 'object' ? inLanguage(text, { language }) : text))
    .filter((text): text is string => Boolean(text));
}

/** The bare number of a place, which is the same in every language: `21.2.d`. */
function numberOf(provisionId: string): string | undefined {
  return /\/(?:article-)?(\d[^/]*)$/.exec(provisionId)?.[1];
}

/** `ISO/IEC 27001:2022` is also called by its number, with and without its publisher. */
function spellingsOfEdition(reference: string): string[] {
  const number = /\d{4,5}(?=:)/.exec(reference)?.[0];
  return number ? [reference.replace(/:.*/, ''), `ISO ${number}`, number] : [];
}

function actOf(provision: Provision | undefined, find: Find): Instrument | undefined {
  return find(Instrument, provision?.instrumentId);
}

function isPast(act: Pick<Instrument, 'status'> | undefined): boolean {
  return act !== undefined && act.status !== 'IN_FORCE';
}

function finderOf(rows: Rows): Find {
  const tables = new Map<unknown, Map<string, unknown>>();
  return <T>(table: new () => T, id: string | null | undefined) => {
    let byId = tables.get(table);
    if (!byId) {
      const records = (rows.get(table as new () => object) ?? []) as { id: string }[];
      byId = new Map(records.map((record) => [record.id, record]));
      tables.set(table, byId);
    }
    return id == null ? undefined : (byId.get(id) as T | undefined);
  };
}
