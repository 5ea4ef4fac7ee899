import { Relationship } from '../mappings/mappings.enums.js';
import { Language } from '../shared/language.js';
import { csvOf, type CellValue } from '../spreadsheets/csv.js';
import { Instrument } from '../law/instrument.entity.js';
import { noSubjects, type ExportFormat } from './export-format.js';
import type { ExportRelease } from './export-release.js';
import { noticeOf } from './notice.js';
import { outlineOf, type OutlineEntry } from './outline-entries.js';
import { catalogSubjects } from './subjects.js';
import type { Wish } from './wish.js';

/** Moodle reads by position; the names are those of its own export. */
const HEADER = [
  'Parent ID number',
  'ID number',
  'Short name',
  'Description',
  'Description format',
  'Scale values',
  'Scale configuration',
  'Rule type (optional)',
  'Rule outcome (optional)',
  'Rule config (optional)',
  'Cross-referenced competency ID numbers',
  'Exported ID (optional)',
  'Is framework',
  'Taxonomy',
] as const;

/** Longest short name and ID number that Moodle stores. */
const LONGEST_NAME = 100;
const HTML = 1;
/** Of a scale of two values the second is the one that counts as competent, and the default. */
const SCALE = '[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]';
const TAXONOMY = 'competency,competency,competency,competency';

const TEXTS = {
  EN: { framework: 'NIS2 and ISO standards (Kobling)', scale: 'Not yet competent,Competent' },
  DA: { framework: 'NIS2 og ISO-standarder (Kobling)', scale: 'Endnu ikke kompetent,Kompetent' },
} as const;

export const moodleCompetencies: ExportFormat = {
  name: 'moodle-competencies.csv',
  address: 'moodle-competencies.csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  title: { en: 'Moodle competency framework', da: 'Moodle-kompetenceramme' },
  use: {
    en: 'Moodle: Site administration, Competencies, Import competency framework. Duties and clauses as competencies, related as they are mapped.',
    da: 'Moodle: Webstedsadministration, Kompetencer, Importer kompetenceramme. Pligter og punkter som kompetencer, forbundet som de er koblet.',
  },
  filters: ['standard', 'instrument', 'measure', 'sector', 'language'],
  subjects: noSubjects,
  write(release, wish) {
    return csvOf(HEADER, rowsOf(release, wish, wish.language ?? Language.EN));
  },
};

function* rowsOf(release: ExportRelease, wish: Wish, language: Language): Generator<CellValue[]> {
  const texts = TEXTS[language];
  const notice = noticeOf(release.dataset, language);
  yield row({
    id: 'kobling',
    name: texts.framework,
    description: [`${notice.attribution}. ${notice.licence}, ${notice.licenceUrl}`, notice.disclaimer],
    framework: { scale: texts.scale },
  });
  const sources = catalogSubjects(release).filter((one) =>
    one instanceof Instrument ? (wish.instruments?.includes(one) ?? true) : wish.hasStandard(one),
  );
  for (const source of sources) {
    const name = source instanceof Instrument ? source.shortName : source.reference;
    yield row({ id: source.id, name, description: [source.title({ language })] });
    for (const entry of outlineOf(source, release, wish, language)) {
      yield row({
        id: entry.id,
        parent: entry.parent?.id ?? source.id,
        name: entry.title === entry.code ? entry.code : `${entry.code}: ${entry.title}`,
        description: [entry.statement],
        related: relatedTo(entry, release, wish),
      });
    }
  }
}

/** A relation has no direction in Moodle, so it stands once, at the duty. */
function relatedTo({ id, type }: OutlineEntry, { law, mappings }: ExportRelease, wish: Wish): string[] {
  if (type !== 'obligation') return [];
  return mappings
    .ofObligation(law.obligations.linked(id))
    .filter(
      (edge) =>
        wish.hasMapping(edge) &&
        wish.hasStandard(edge.clause.standard) &&
        edge.relationship !== Relationship.NO_RELATIONSHIP,
    )
    .map(({ clauseId }) => clauseId);
}

interface Competency {
  id: string;
  name: string;
  description: readonly string[];
  parent?: string;
  related?: readonly string[];
  framework?: { scale: string };
}

function row({ id, name, description, parent, related, framework }: Competency): CellValue[] {
  return [
    parent ?? null,
    id,
    shorten(name),
    description.map((text) => `<p>${escapeHtml(text)}</p>`).join(''),
    HTML,
    framework?.scale ?? null,
    framework ? SCALE : null,
    null,
    null,
    null,
    related?.map((other) => other.replaceAll(',', '%2C')).join(',') ?? null,
    null,
    framework ? 1 : null,
    framework ? TAXONOMY : null,
  ];
}

/** By whole characters; what is cut off stands in the description. */
function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_NAME ? text : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
