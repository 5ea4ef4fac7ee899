import type { Mapping } from '../mappings/mapping.entity.js';
import { ReviewStatus } from '../mappings/mappings.enums.js';
import { Language } from '../shared/language.js';
import { ClauseKind } from '../standards/standards.enums.js';
import type { ExportFormat } from './export-format.js';
import { shortOf, type ExportRelease } from './export-release.js';
import { jsonPieces } from './json-pieces.js';
import { documentUuid, metadataOf, property, tokenOf } from './oscal.js';
import { inverseOf, WORDS } from './relationship-words.js';
import { selectEdges } from './selection.js';
import { edgesBetween, findPair, pairs, type Pair } from './subjects.js';
import { uuidOf } from './uuid.js';

export const oscalMappingCollection: ExportFormat = {
  name: 'oscal/mapping-collection',
  address: 'oscal/mapping-collection/<from>--<to>.json',
  contentType: 'application/json; charset=utf-8',
  title: { en: 'OSCAL mapping collection', da: 'OSCAL-samling af koblinger' },
  use: {
    en: 'GRC suites that read the control mapping model of OSCAL 1.2.2: every judged edge of a pair, from the law to the standard or back.',
    da: 'GRC-systemer, der læser OSCAL 1.2.2 om koblinger: alle vurderede relationer mellem et par, fra lov til standard eller tilbage.',
  },
  filters: ['measure', 'sector', 'language'],
  subjects: (release) => [...pairs(release).keys()],
  write(release, wish, subject) {
    const language = wish.language ?? Language.EN;
    const pair = findPair(subject, release);
    const all = edgesBetween(pair, release);
    const edges = selectEdges(all, wish);
    const title = titleOf(pair);
    return jsonPieces({
      'mapping-collection': {
        uuid: documentUuid(`oscal/mapping-collection/${subject}`, release, wish),
        metadata: metadataOf(title, release, language),
        provenance: {
          method: edges.some(({ inheritedFrom }) => inheritedFrom) ? 'hybrid' : 'human',
          'matching-rationale': 'semantic',
          status: edges.some(({ status }) => status === ReviewStatus.PROPOSED) ? 'draft' : 'complete',
          'mapping-description': description(language),
        },
        mappings: [
          {
            uuid: uuidOf(`mapping-collection/${subject}`),
            'source-resource': resourceOf(pair, 'source'),
            'target-resource': resourceOf(pair, 'target'),
            maps: edges.map((edge) => mapOf(edge, pair, language)),
            // A selection leaves out pairs that somebody has judged: it cannot say what is unmapped.
            ...(!wish.narrows && gapSummaries(pair, all, release)),
          },
        ],
      },
    });
  },
};

function titleOf({ instrument, standard, forward }: Pair): string {
  const ends = [instrument.shortName, standard.reference];
  return (forward ? ends : ends.reverse()).join(' → ');
}

const description = (language: Language) =>
  language === Language.DA
    ? 'Hver relation er vurderet fra pligten til punktet efter NIST IR 8477, med begrundelse og det, der står tilbage. Læst tilbage er ordet vendt om.'
    : 'Each edge is judged from the obligation to the clause after NIST IR 8477, with its reason and what is left open. Read backwards, the word is inverted.';

function resourceOf({ instrument, standard, forward }: Pair, end: 'source' | 'target') {
  const record = forward === (end === 'source') ? instrument : standard;
  return { type: 'catalog', href: `../catalog/${shortOf(record)}.json` };
}

function mapOf(edge: Mapping, { forward }: Pair, language: Language) {
  const duty = [{ type: 'control', 'id-ref': tokenOf(edge.obligation) }];
  const clause = [{ type: 'control', 'id-ref': tokenOf(edge.clause) }];
  const gap = edge.gap({ language });
  return {
    uuid: uuidOf(forward ? edge.id : `${edge.id} inverse`),
    'matching-rationale': edge.rationaleKind.toLowerCase(),
    relationship: WORDS[forward ? edge.relationship : inverseOf(edge.relationship)].oscal,
    sources: forward ? duty : clause,
    targets: forward ? clause : duty,
    'confidence-score': { category: edge.confidence.toLowerCase() },
    ...(gap && {
      qualifiers: [
        {
          subject: forward ? 'source' : 'target',
          predicate: 'has-requirement',
          category: 'addressable',
          description: gap,
        },
      ],
    }),
    props: [
      property('id', edge.id),
      property('strength', String(edge.strength)),
      property('covers', edge.covers),
      property('status', edge.status),
      property('derivation', edge.derivation),
      ...edge.topics.map((topic) => property('topic', topic.id)),
      ...edge.sources.map(({ source }) => property('source', source.id)),
    ],
    remarks: edge.rationale({ language }),
  };
}

/** What has no edge at all, on each side. Whether somebody looked is in `assessment` of the API, not here. */
function gapSummaries(pair: Pair, edges: readonly Mapping[], { law, standards }: ExportRelease) {
  const mapped = new Set(edges.flatMap(({ obligation, clause }) => [tokenOf(obligation), tokenOf(clause)]));
  const duties = law.obligations.all.filter(({ provision }) => provision.instrument === pair.instrument);
  const clauses = standards.clausesOf(pair.standard).filter(({ kind }) => kind !== ClauseKind.HEADING);
  const summaryOf = (records: readonly { id: string }[], end: string) => {
    const ids = records.map(tokenOf).filter((token) => !mapped.has(token));
    if (ids.length === 0) return null;
    return {
      uuid: uuidOf(`gap-summary/${shortOf(pair.instrument)}--${shortOf(pair.standard)}/${end}`),
      'unmapped-controls': [{ 'with-ids': ids }],
    };
  };
  const ends = [summaryOf(duties, 'law'), summaryOf(clauses, 'standard')];
  const [source, target] = pair.forward ? ends : ends.reverse();
  return { ...(source && { 'source-gap-summary': source }), ...(target && { 'target-gap-summary': target }) };
}
