import { Instrument } from '../law/instrument.entity.js';
import type { Obligation } from '../law/obligation.entity.js';
import { Relationship } from '../mappings/mappings.enums.js';
import { Language, type Text } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { noSubjects, type ExportFormat } from './export-format.js';
import type { ExportRelease } from './export-release.js';
import { noticeOf } from './notice.js';
import { WORDS } from './relationship-words.js';
import { catalogSubjects } from './subjects.js';
import { urnOf } from './uuid.js';
import type { Wish } from './wish.js';

const toNode = (id: string) => ({ '@id': id, '@type': '@id' });
const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' });

/** All terms stand in the file, so that nobody has to fetch a context to read it. */
const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prefLabel: inLanguages('skos:prefLabel'),
  definition: inLanguages('skos:definition'),
  notation: 'skos:notation',
  inScheme: toNode('skos:inScheme'),
  topConceptOf: toNode('skos:topConceptOf'),
  broader: toNode('skos:broader'),
  exactMatch: toNode('skos:exactMatch'),
  broadMatch: toNode('skos:broadMatch'),
  narrowMatch: toNode('skos:narrowMatch'),
  relatedMatch: toNode('skos:relatedMatch'),
  source: toNode('dct:source'),
  licence: toNode('dct:license'),
  rights: inLanguages('dct:rights'),
  publisher: 'dct:publisher',
  issued: { '@id': 'dct:issued', '@type': 'xsd:date' },
  version: 'owl:versionInfo',
} as const;

export const skos: ExportFormat = {
  name: 'skos.jsonld',
  address: 'skos.jsonld',
  contentType: 'application/ld+json; charset=utf-8',
  title: { en: 'SKOS vocabulary', da: 'SKOS-ordforråd' },
  use: {
    en: 'Knowledge graphs, triple stores and terminology tools: a concept scheme for each act and standard, and the mappings as SKOS matches.',
    da: 'Vidensgrafer, triple stores og terminologiværktøjer: et begrebssystem for hver retsakt og standard og koblingerne som SKOS-relationer.',
  },
  filters: ['standard', 'instrument', 'measure', 'sector', 'language'],
  subjects: noSubjects,
  *write(release, wish) {
    const schemes = catalogSubjects(release).filter((one) =>
      one instanceof Instrument ? (wish.instruments?.includes(one) ?? true) : wish.hasStandard(one),
    );
    yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
    let separator = '\n';
    for (const scheme of schemes) {
      for (const node of [schemeOf(scheme, release, wish), ...conceptsIn(scheme, release, wish)]) {
        yield separator + JSON.stringify(node);
        separator = ',\n';
      }
    }
    yield '\n]}\n';
  },
};

function schemeOf(scheme: Instrument | Standard, { dataset }: ExportRelease, wish: Wish) {
  const { release, releasedOn, licenceUrl } = noticeOf(dataset, wish.language);
  const isLaw = scheme instanceof Instrument;
  const named = isLaw ? scheme.shortName : scheme.reference;
  return {
    '@id': urnOf(scheme.id),
    '@type': 'skos:ConceptScheme',
    prefLabel: labels(scheme.titleText ? prefixed(named, scheme.titleText) : { en: named }, wish),
    notation: named,
    ...(isLaw && scheme.eli && { source: scheme.eli }),
    publisher: 'Kobling',
    version: release,
    issued: releasedOn,
    licence: licenceUrl,
    rights: labels(dataset.disclaimerText, wish),
  };
}

const prefixed = (name: string, { en, da }: Text): Text => ({
  en: `${name}: ${en}`,
  ...(da && { da: `${name}: ${da}` }),
});

function* conceptsIn(scheme: Instrument | Standard, release: ExportRelease, wish: Wish) {
  const { law, standards } = release;
  if (scheme instanceof Instrument) {
    for (const obligation of law.obligations.all)
      if (obligation.provision.instrument === scheme && wish.hasObligation(obligation))
        yield dutyOf(obligation, release, wish);
    return;
  }
  for (const clause of standards.clausesOf(scheme)) yield clauseOf(clause, wish);
}

/**
 * Matches are read from the obligation. Duties are not nested: `broader` between them would say by inference what
 * nobody has judged of their edges.
 */
function dutyOf(obligation: Obligation, { mappings }: ExportRelease, wish: Wish) {
  const scheme = urnOf(obligation.provision.instrument.id);
  const edges = mappings
    .ofObligation(obligation)
    .filter((edge) => wish.hasMapping(edge) && wish.hasStandard(edge.clause.standard));
  return {
    '@id': urnOf(obligation.id),
    '@type': 'skos:Concept',
    inScheme: scheme,
    topConceptOf: scheme,
    notation: obligation.id.split('/').slice(2).join('/'),
    prefLabel: labels(obligation.titleText, wish),
    definition: labels(obligation.summaryText, wish),
    ...(obligation.provision.eli && { source: obligation.provision.eli }),
    ...Object.fromEntries(
      Object.values(Relationship).flatMap((relationship) => {
        const matches = edges.filter((edge) => edge.relationship === relationship);
        const { skos: term } = WORDS[relationship];
        return term && matches.length > 0 ? [[term, matches.map(({ clauseId }) => urnOf(clauseId))]] : [];
      }),
    ),
  };
}

function clauseOf({ id, number, standard, parent, titleText }: Clause, wish: Wish) {
  const scheme = urnOf(standard.id);
  return {
    '@id': urnOf(id),
    '@type': 'skos:Concept',
    inScheme: scheme,
    ...(parent ? { broader: urnOf(parent.id) } : { topConceptOf: scheme }),
    notation: number,
    prefLabel: labels(titleText, wish),
  };
}

/** A language that a text does not have is left out: a label in the wrong one would be tagged as the right one. */
function labels({ en, da }: Text, { language }: Wish): Record<string, string> {
  const both = { en, ...(da && { da }) };
  if (language === null) return both;
  return language === Language.DA && da ? { da } : { en };
}
