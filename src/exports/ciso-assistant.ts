import { stringify } from 'yaml';
import type { Obligation } from '../law/obligation.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import { Language } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import type { ExportFormat } from './export-format.js';
import { shortOf, type ExportRelease } from './export-release.js';
import { noticeOf } from './notice.js';
import { inverseOf, WORDS } from './relationship-words.js';
import { selectEdges } from './selection.js';
import { edgesBetween, findPair, nameOf, pairs, type Pair } from './subjects.js';

/** The framework of the directive that CISO Assistant has built in holds Article 21(1) and (2) only. */
const LAW = {
  instrument: 'instrument/nis2',
  framework: 'nis2-directive',
  holds: (obligation: Obligation) => /^21\.[12](?:\.[a-z])?$/.test(placeOf(obligation)),
} as const;

/** It has a framework for each edition somebody is certified against, under the same name as here. */
const isBuiltIn = (standard: Standard) => standard.current && standard.certifiable;

/** Largest that CISO Assistant takes. */
const LONGEST_COPYRIGHT = 4096;

export const cisoAssistant: ExportFormat = {
  name: 'ciso-assistant',
  address: 'ciso-assistant/<from>--<to>.yaml',
  contentType: 'application/yaml; charset=utf-8',
  title: { en: 'CISO Assistant mapping library', da: 'Koblingsbibliotek til CISO Assistant' },
  use: {
    en: 'CISO Assistant: upload under Libraries; an assessment against one framework then fills in the other. Holds both directions.',
    da: 'CISO Assistant: indlæses under Libraries; en vurdering efter det ene rammeværk udfylder så det andet. Indeholder begge retninger.',
  },
  filters: ['measure', 'sector', 'language'],
  subjects: (release) =>
    [...pairs(release)]
      .filter(([, { instrument, standard }]) => instrument.id === LAW.instrument && isBuiltIn(standard))
      .map(([name]) => name),
  write(release, wish, subject) {
    const pair = findPair(subject, release);
    const edges = selectEdges(
      edgesBetween(pair, release).filter(({ obligation }) => LAW.holds(obligation)),
      wish,
    );
    return libraryPieces(pair, edges, release, wish.language ?? Language.EN);
  },
};

/** Piece by piece, because one long document takes the library of YAML seconds on a slow machine. */
function* libraryPieces(pair: Pair, edges: readonly Mapping[], release: ExportRelease, language: Language) {
  yield yamlOf(libraryOf(pair, release, language));
  yield 'objects:\n  requirement_mapping_sets:\n';
  for (const direction of [pair, { ...pair, forward: !pair.forward }]) {
    yield indented(yamlOf([mappingSetOf(direction)]), 4);
    yield `${' '.repeat(6)}requirement_mappings:\n`;
    for (const edge of edges)
      for (const entry of mappingOf(edge, direction, language)) yield indented(yamlOf([entry]), 8);
  }
}

// Its reader follows YAML 1.1, in which more words are dates and truths than in 1.2.
const yamlOf = (value: object) => stringify(value, { version: '1.1', lineWidth: 0 });

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

function libraryOf(pair: Pair, { dataset }: ExportRelease, language: Language) {
  const notice = noticeOf(dataset, language);
  const name = nameOf({ ...pair, forward: true });
  return {
    // Both addresses of a pair give one library, so that whoever loads both has it once.
    urn: `urn:kobling:risk:library:${name}`,
    locale: language.toLowerCase(),
    ref_id: `kobling-${name}`,
    name: `Kobling: ${pair.instrument.shortName} ↔ ${pair.standard.reference}`,
    description: notice.disclaimer,
    copyright: `${notice.attribution}. ${notice.licence}, ${notice.licenceUrl}`.slice(0, LONGEST_COPYRIGHT),
    version: versionNumber(notice.release),
    publication_date: notice.releasedOn,
    provider: 'Kobling',
    packager: 'Kobling',
    dependencies: [LAW.framework, shortOf(pair.standard)].map(
      (framework) => `urn:intuitem:risk:library:${framework}`,
    ),
  };
}

function mappingSetOf(pair: Pair) {
  const frameworks = [LAW.framework, shortOf(pair.standard)].map(
    (framework) => `urn:intuitem:risk:framework:${framework}`,
  );
  const [source, target] = pair.forward ? frameworks : frameworks.reverse();
  const names = [pair.instrument.shortName, pair.standard.reference];
  return {
    urn: `urn:kobling:risk:req_mapping_set:${nameOf(pair)}`,
    ref_id: `kobling-${nameOf(pair)}`,
    name: (pair.forward ? names : names.reverse()).join(' → '),
    source_framework_urn: source,
    target_framework_urn: target,
  };
}

/**
 * CISO Assistant counts a target as covered if the source is equal to it or a superset of it. So the word is always
 * read from the source of the set: an obligation inside a clause is a superset on the way back.
 */
function mappingOf(edge: Mapping, { forward }: Pair, language: Language) {
  const relationship = WORDS[forward ? edge.relationship : inverseOf(edge.relationship)].cisoAssistant;
  if (relationship === null) return [];
  const nodes = [nodeOfDuty(edge.obligation), nodeOfClause(edge.clause)];
  const [source, target] = forward ? nodes : nodes.reverse();
  return [
    {
      source_requirement_urn: source,
      target_requirement_urn: target,
      relationship,
      rationale: edge.rationaleKind.toLowerCase(),
      strength_of_relationship: edge.strength,
      annotation: [edge.rationale({ language }), edge.gap({ language })].filter(Boolean).join('\n'),
    },
  ];
}

const placeOf = (obligation: Obligation) => obligation.id.split('/').slice(2).join('/');

const nodeOfDuty = (obligation: Obligation) =>
  `urn:intuitem:risk:req_node:${LAW.framework}:${placeOf(obligation)}`;

const nodeOfClause = ({ number, standard }: Clause) =>
  `urn:intuitem:risk:req_node:${shortOf(standard)}:${number.toLowerCase()}`;

/** Libraries count in whole numbers: 0.3.0 is 300, 1.12.3 is 11203. */
function versionNumber(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return Math.max(1, major * 10_000 + minor * 100 + patch);
}
