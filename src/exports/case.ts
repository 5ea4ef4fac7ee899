import { Instrument } from '../law/instrument.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { Language } from '../shared/language.js';
import type { Standard } from '../standards/standard.entity.js';
import type { ExportFormat } from './export-format.js';
import { shortOf, type ExportRelease } from './export-release.js';
import { jsonPieces } from './json-pieces.js';
import { momentOf, noticeOf } from './notice.js';
import { outlineOf, type OutlineEntry } from './outline-entries.js';
import { inverseOf, WORDS } from './relationship-words.js';
import { catalogSubjects, findCatalogSubject } from './subjects.js';
import { urnOf, uuidOf } from './uuid.js';
import type { Wish } from './wish.js';

export const caseFramework: ExportFormat = {
  name: 'case',
  address: 'case/<id>.json',
  contentType: 'application/json; charset=utf-8',
  title: { en: 'CASE competency framework', da: 'CASE-kompetenceramme' },
  use: {
    en: 'Learning platforms and competency tools that import 1EdTech CASE 1.1: an act or a standard as a framework, with its mappings.',
    da: 'Læringsplatforme og kompetenceværktøjer, der importerer 1EdTech CASE 1.1: en retsakt eller standard som ramme, med koblingerne.',
  },
  filters: ['standard', 'measure', 'sector', 'language'],
  subjects: (release) => catalogSubjects(release).map(shortOf),
  write(release, wish, subject) {
    const language = wish.language ?? Language.EN;
    const source = findCatalogSubject(subject, release);
    const entries = outlineOf(source, release, wish, language);
    const document = { id: `case/${subject}`, title: titleOf(source, language) };
    const moment = momentOf(release.dataset);
    return jsonPieces({
      CFDocument: documentOf(source, document, release, language),
      CFItems: entries.map((entry) => ({
        identifier: uuidOf(entry.id),
        uri: urnOf(entry.id),
        fullStatement: entry.statement,
        abbreviatedStatement: entry.title,
        humanCodingScheme: entry.code,
        CFItemType: entry.type,
        language: language.toLowerCase(),
        lastChangeDateTime: moment,
      })),
      CFAssociations: [
        ...entries.map((entry, index) => childOf(entry, document, index + 1, moment)),
        ...edgesAt(source, release, wish).map((edge) => matchOf(edge, source, language, moment)),
      ],
      CFDefinitions: { CFLicenses: [licenceOf(release, language)] },
    });
  },
};

interface Named {
  id: string;
  title: string;
}

function titleOf(source: Instrument | Standard, language: Language): string {
  if (source instanceof Instrument) return `${source.shortName}: ${source.title({ language })}`;
  return source.titleText ? `${source.reference}: ${source.title({ language })}` : source.reference;
}

function documentOf(
  source: Instrument | Standard,
  { id, title }: Named,
  { dataset }: ExportRelease,
  language: Language,
) {
  const notice = noticeOf(dataset, language);
  return {
    identifier: uuidOf(id),
    uri: urnOf(id),
    caseVersion: '1.1',
    creator: 'Kobling',
    publisher: 'Kobling',
    title,
    language: language.toLowerCase(),
    version: notice.release,
    ...(source instanceof Instrument && source.eli && { officialSourceURL: source.eli }),
    notes: `${notice.attribution}. ${notice.licence}. ${notice.disclaimer}`,
    licenseURI: linkTo({ id: LICENCE, title: notice.licence }),
    lastChangeDateTime: momentOf(dataset),
  };
}

const LICENCE = 'licence';

function licenceOf({ dataset }: ExportRelease, language: Language) {
  const notice = noticeOf(dataset, language);
  return {
    identifier: uuidOf(LICENCE),
    uri: urnOf(LICENCE),
    title: notice.licence,
    licenseText: `${notice.attribution}. ${notice.licenceUrl}`,
    lastChangeDateTime: momentOf(dataset),
  };
}

const linkTo = ({ id, title }: Named) => ({ title, identifier: uuidOf(id), uri: urnOf(id) });

function childOf(entry: OutlineEntry, document: Named, sequenceNumber: number, lastChangeDateTime: string) {
  const id = `${entry.id} child`;
  return {
    identifier: uuidOf(id),
    uri: urnOf(`association/${entry.id}`),
    associationType: 'isChildOf',
    sequenceNumber,
    originNodeURI: linkTo(entry),
    destinationNodeURI: linkTo(entry.parent ?? document),
    lastChangeDateTime,
  };
}

function edgesAt(source: Instrument | Standard, { mappings }: ExportRelease, wish: Wish): Mapping[] {
  return mappings.mappings.all.filter(
    (edge) =>
      wish.hasMapping(edge) &&
      WORDS[edge.relationship].case !== null &&
      (source instanceof Instrument
        ? edge.obligation.provision.instrument === source
        : edge.clause.standard === source),
  );
}

/** An edge stands in both documents, in each from its own end. */
function matchOf(
  edge: Mapping,
  source: Instrument | Standard,
  language: Language,
  lastChangeDateTime: string,
) {
  const forward = source instanceof Instrument;
  const ends = [edge.obligation, edge.clause].map((end) =>
    linkTo({ id: end.id, title: end.title({ language }) }),
  );
  const [origin, destination] = forward ? ends : ends.reverse();
  const id = forward ? edge.id : `${edge.id} inverse`;
  return {
    identifier: uuidOf(id),
    uri: urnOf(forward ? edge.id : `${edge.id}/inverse`),
    associationType: WORDS[forward ? edge.relationship : inverseOf(edge.relationship)].case,
    originNodeURI: origin,
    destinationNodeURI: destination,
    notes: [edge.rationale({ language }), edge.gap({ language })].filter(Boolean).join('\n'),
    lastChangeDateTime,
  };
}
