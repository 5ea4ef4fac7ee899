import { createHash } from 'node:crypto';
import type { Facets, ReleaseDigest } from '../dataset/release-digest.entity.js';
import { Instrument } from '../law/instrument.entity.js';
import { Measure } from '../law/measure.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { Provision } from '../law/provision.entity.js';
import { Topic } from '../law/topic.entity.js';
import { Assessment } from '../mappings/assessment.entity.js';
import { Mapping } from '../mappings/mapping.entity.js';
import { RemainderPart } from '../mappings/remainder.entity.js';
import { Authority } from '../national/authority.entity.js';
import { Transposition } from '../national/transposition.entity.js';
import { ScopeRule } from '../scope/scope-rule.entity.js';
import { EntityType } from '../sectors/entity-type.entity.js';
import { Clause } from '../standards/clause.entity.js';
import { Standard } from '../standards/standard.entity.js';
import { CourseModule } from '../training/course-module.entity.js';
import { Course } from '../training/course.entity.js';
import type { Rows } from './rows/rows.js';

type Row = Record<string, unknown>;

interface Digested {
  entity: new () => object;
  /** What is told as it is: facet and column. */
  values: Record<string, string>;
  /** What is told as one fingerprint, under the facet `text`. */
  texts: string[];
}

/** What a client can rely on, by table. Everything else about a record is derived from these. */
const DIGESTED: readonly Digested[] = [
  {
    entity: Instrument,
    values: { status: 'status', inForceOn: 'inForceOn' },
    texts: ['titleText', 'noteText'],
  },
  { entity: Provision, values: { kind: 'kind' }, texts: ['titleText', 'summaryText', 'thresholds'] },
  { entity: Topic, values: {}, texts: ['nameText'] },
  { entity: Measure, values: { topics: 'topicIds' }, texts: ['titleText'] },
  {
    entity: Obligation,
    values: {
      kind: 'kind',
      bearers: 'bearers',
      entityClass: 'entityClass',
      entityTypes: 'appliesTo',
      topics: 'topicIds',
      specifies: 'specifiesIds',
    },
    texts: ['titleText', 'summaryText', 'deadlineFacts'],
  },
  {
    entity: EntityType,
    values: { regardlessOfSize: 'regardlessOfSize', jurisdictionRule: 'jurisdictionRule' },
    texts: ['nameText', 'definedIn', 'conditionText', 'essentialNoteText'],
  },
  {
    entity: Standard,
    values: { completeness: 'completeness', writtenFor: 'writtenForIds' },
    texts: ['titleText', 'completenessText'],
  },
  {
    entity: Clause,
    values: { kind: 'kind', titleVerification: 'titleVerification' },
    texts: ['titleText', 'attributes'],
  },
  {
    entity: Mapping,
    values: {
      relationship: 'relationship',
      topics: 'topicIds',
      strength: 'strength',
      confidence: 'confidence',
      status: 'status',
      sources: 'citationFacts',
    },
    texts: ['rationaleText', 'gapText'],
  },
  { entity: Assessment, values: { outcome: 'outcome' }, texts: ['reasonText'] },
  { entity: Authority, values: {}, texts: ['nameText', 'fieldFacts'] },
  {
    entity: Transposition,
    values: { status: 'status', inForceOn: 'inForceOn', act: 'act', confidence: 'confidence' },
    texts: ['divergenceText', 'basisText', 'proceedings'],
  },
  {
    entity: Course,
    values: { audience: 'audience', sources: 'sourceIds' },
    texts: ['titleText', 'summaryText', 'roleProfiles'],
  },
  {
    entity: CourseModule,
    values: { minutes: 'minutes' },
    texts: ['titleText', 'summaryText', 'outcomeFacts'],
  },
  {
    entity: ScopeRule,
    values: { kind: 'kind', provision: 'provisionId', outcome: 'outcome' },
    texts: ['when', 'effects', 'statementText'],
  },
];

/** Reduces the rows of a release to what comparing it with another one needs. */
export function digestRelease(
  rows: Rows,
  release: { version: string; releasedOn: string; checksum: string },
): Omit<ReleaseDigest, 'position'> {
  const records: Record<string, Facets> = {};
  for (const { entity, values, texts } of DIGESTED) {
    for (const row of (rows.get(entity) ?? []) as Row[])
      records[String(row.id)] = facetsOf(row, values, texts);
  }
  for (const [obligationId, parts] of remaindersOf(rows)) {
    const facets = records[obligationId];
    if (facets) facets.remainder = fingerprint(parts);
  }
  const { version, releasedOn, checksum } = release;
  return { version, releasedOn, checksum, records };
}

function facetsOf(row: Row, values: Record<string, string>, texts: string[]): Facets {
  const facets: Facets = {};
  for (const [facet, column] of Object.entries(values)) {
    const value = row[column];
    if (value !== undefined && value !== null) facets[facet] = plain(value);
  }
  // By name and without what is empty, so that a column added later does not change what was recorded before.
  facets.text = fingerprint(
    texts.map((column) => [column, row[column]]).filter(([, value]) => isSaid(value)),
  );
  return facets;
}

/** Lists as words in a row; ids and citations by what tells them apart. */
function plain(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item: unknown) =>
      typeof item === 'object' && item !== null ? (item as { sourceId: string }).sourceId : String(item),
    )
    .map((item) => item.slice(item.indexOf('/') + 1))
    .join(' ');
}

function remaindersOf(rows: Rows): Map<string, unknown[]> {
  const parts = new Map<string, unknown[]>();
  for (const { obligationId, untilTopicIds, text } of (rows.get(RemainderPart) ?? []) as RemainderPart[])
    parts.set(obligationId, [...(parts.get(obligationId) ?? []), [untilTopicIds, text]]);
  return parts;
}

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

const fingerprint = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8);
