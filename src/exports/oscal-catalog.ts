import { Instrument } from '../law/instrument.entity.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Provision } from '../law/provision.entity.js';
import { Language } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { ClauseKind } from '../standards/standards.enums.js';
import type { ExportFormat } from './export-format.js';
import { shortOf, type ExportRelease } from './export-release.js';
import { jsonPieces } from './json-pieces.js';
import { documentUuid, metadataOf, property, tokenOf } from './oscal.js';
import { dutiesByHead } from './outline-entries.js';
import { catalogSubjects, findCatalogSubject } from './subjects.js';

export const oscalCatalog: ExportFormat = {
  name: 'oscal/catalog',
  address: 'oscal/catalog/<id>.json',
  contentType: 'application/json; charset=utf-8',
  title: { en: 'OSCAL catalog', da: 'OSCAL-katalog' },
  use: {
    en: 'GRC suites and pipelines that read OSCAL 1.2.2: the duties of an act, or the numbers and titles of a standard, as controls.',
    da: 'GRC-systemer og automatiske kæder, der læser OSCAL 1.2.2: en retsakts pligter eller en standards numre og titler som kontroller.',
  },
  filters: ['language'],
  subjects: (release) => catalogSubjects(release).map(shortOf),
  write(release, wish, subject) {
    const language = wish.language ?? Language.EN;
    const source = findCatalogSubject(subject, release);
    const isLaw = source instanceof Instrument;
    const title = isLaw ? `${source.shortName}: ${source.title({ language })}` : titleOf(source, language);
    return jsonPieces({
      catalog: {
        uuid: documentUuid(`oscal/catalog/${subject}`, release, wish),
        metadata: metadataOf(title, release, language),
        ...(isLaw ? lawOf(source, release, language) : standardOf(source, release, language)),
      },
    });
  },
};

const titleOf = (standard: Standard, language: Language) =>
  standard.titleText ? `${standard.reference}: ${standard.title({ language })}` : standard.reference;

/** The duties of an act, in groups by article, or by section of its annex. */
function lawOf(instrument: Instrument, release: ExportRelease, language: Language) {
  const groups = [...dutiesByHead(instrument, release, { hasObligation: () => true })];
  return {
    groups: groups.map(([head, obligations]) => ({
      // The article itself may lay a duty, which then has the same number.
      id: `group_${tokenOf(head)}`,
      class: head.kind.toLowerCase(),
      title: headingOf(head, language),
      props: [property('id', head.id)],
      controls: obligations.map((obligation) => dutyOf(obligation, language)),
    })),
  };
}

function headingOf(head: Provision, language: Language): string {
  const citation = head.citation({ language });
  const title = head.title({ language });
  return title ? `${citation}: ${title}` : citation;
}

function dutyOf(obligation: Obligation, language: Language) {
  const { provision } = obligation;
  return {
    id: tokenOf(obligation),
    class: 'obligation',
    title: obligation.title({ language }),
    props: [
      { name: 'label', value: obligation.citation({ language }) },
      property('id', obligation.id),
      property('kind', obligation.kind),
      ...obligation.bearers.map((bearer) => property('bearer', bearer)),
    ],
    ...(provision.eli && { links: [{ href: provision.eli, rel: 'reference' }] }),
    parts: [{ id: `${tokenOf(obligation)}_smt`, name: 'statement', prose: obligation.summary({ language }) }],
  };
}

/** Numbers and titles of a standard, as its headings nest them. Its text is not here and never will be. */
function standardOf(standard: Standard, { standards }: ExportRelease, language: Language) {
  const top = standards.clausesOf(standard).filter(({ parent }) => parent === null);
  const headings = top.filter(isHeading);
  const loose = top.filter((clause) => !isHeading(clause));
  return {
    ...(headings.length > 0 && { groups: headings.map((heading) => groupOf(heading, standards, language)) }),
    ...(loose.length > 0 && { controls: loose.map((clause) => controlOf(clause, standards, language)) }),
  };
}

const isHeading = ({ kind }: Clause) => kind === ClauseKind.HEADING;

/** A group of OSCAL holds groups or controls, not both: where a heading holds both, those below it are controls. */
function groupOf(heading: Clause, standards: ExportRelease['standards'], language: Language): object {
  const children = standards.childrenOf(heading);
  const onlyHeadings = children.length > 0 && children.every(isHeading);
  return {
    id: tokenOf(heading),
    class: 'heading',
    title: heading.title({ language }),
    props: numberOf(heading),
    ...(onlyHeadings
      ? { groups: children.map((child) => groupOf(child, standards, language)) }
      : children.length > 0 && { controls: children.map((child) => controlOf(child, standards, language)) }),
  };
}

function controlOf(clause: Clause, standards: ExportRelease['standards'], language: Language): object {
  const children = standards.childrenOf(clause);
  return {
    id: tokenOf(clause),
    class: clause.kind.toLowerCase(),
    title: clause.title({ language }),
    props: numberOf(clause),
    ...(children.length > 0 && {
      controls: children.map((child) => controlOf(child, standards, language)),
    }),
  };
}

const numberOf = (clause: Clause) => [{ name: 'label', value: clause.number }, property('id', clause.id)];
