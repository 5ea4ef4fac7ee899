import type { ReleaseDigest } from '../dataset/release-digest.entity.js';
import type {
  DutyBearer,
  EntityClass,
  InstrumentStatus,
  Numbering,
  ObligationKind,
  ProvisionKind,
} from '../law/law.enums.js';
import type { Threshold } from '../law/provision.entity.js';
import type { Confidence } from '../dataset/confidence.js';
import type { CoverageLevel, RationaleKind, Relationship, ReviewStatus } from '../mappings/mappings.enums.js';
import type { ProceedingStep, TranspositionStatus } from '../national/national.enums.js';
import type { LegalLink } from '../relations/legal-relation.entity.js';
import type { Annex } from '../sectors/sector.entity.js';
import type { JurisdictionRule } from '../sectors/entity-type.entity.js';
import type { Text } from '../shared/language.js';
import type { ControlAttributes } from '../standards/clause.entity.js';
import type {
  ClauseKind,
  ClauseLink,
  Completeness,
  LinkBasis,
  StandardRole,
  Verification,
} from '../standards/standards.enums.js';

/** The shapes of the seed files; those behind clocks, scope and courses are in answer-shapes.ts. schema/seed/*.schema.json says the same, key by key, to people and to ajv. */

export interface CitationSeed {
  source: string;
  locator?: string;
}

export interface ReleaseSeed {
  version: string;
  releasedOn: string;
  licence: string;
  disclaimer: Text;
}

/** An earlier release, reduced to what a comparison needs. Written by a command, never by hand. */
export type DigestSeed = Omit<ReleaseDigest, 'position'>;

export interface SourcesSeed {
  sources: {
    key: string;
    title: string;
    publisher: string;
    edition?: string;
    licence?: string;
    url?: string;
    note?: string;
  }[];
}

export interface RetiredSeed {
  retired: { id: string; retiredIn: string; reason: Text; replacedBy: string[] }[];
}

export interface InstrumentSeed {
  key: string;
  shortName: string;
  title: Text;
  aliases?: string[];
  numbering: Numbering;
  citedAs?: Text;
  country?: string;
  note?: Text;
  celex?: string;
  eli?: string;
  adoptedOn?: string;
  inForceOn?: string;
  appliesFrom?: string;
  status: InstrumentStatus;
}

export interface ProvisionSeed {
  path: string;
  kind: ProvisionKind;
  parent?: string;
  title?: Text;
  summary?: Text;
  thresholds?: (Omit<Threshold, 'whicheverIsLower'> & { whicheverIsLower?: true })[];
  eli?: string;
}

export interface ProvisionsSeed {
  instrument: string;
  provisions: ProvisionSeed[];
}

export interface TopicSeed {
  slug: string;
  name: Text;
  namedIn?: string;
  partOf?: string;
}

export interface MeasureSeed {
  path: string;
  title: Text;
  topics: TopicSeed[];
}

export interface MeasuresSeed {
  instrument: string;
  measures: MeasureSeed[];
}

export interface ObligationSeed {
  key: string;
  provision: string;
  kind: ObligationKind;
  bearers: DutyBearer[];
  entityClass?: EntityClass;
  appliesTo: string[] | 'ALL';
  measure?: string;
  title: Text;
  summary: Text;
  deadline?: { duration?: string; trigger: Text };
  topics?: TopicSeed[] | 'MEASURE' | 'POINTS';
  specifies?: string[];
}

export interface ObligationsSeed {
  instrument: string;
  obligations: ObligationSeed[];
}

export interface EntityTypeSeed {
  key: string;
  name: Text;
  subsector?: string;
  definedIn: string[];
  condition?: Text;
  regardlessOfSize: boolean;
  essentialRegardlessOfSize: boolean;
  essentialNote?: Text;
  jurisdictionRule: JurisdictionRule;
  enisaRegistry: boolean;
  implementingRegulation: boolean;
  doraLexSpecialis: boolean;
}

export interface SectorSeed {
  key: string;
  number: number;
  name: Text;
  subsectors: { key: string; name: Text }[];
  entityTypes: EntityTypeSeed[];
}

export interface SectorsSeed {
  instrument: string;
  annex: Annex;
  sectors: SectorSeed[];
}

export interface ClauseSeed {
  number: string;
  title: Text;
  verification: Verification;
  kind: ClauseKind;
  parent?: string;
  attributes?: ControlAttributes;
}

export interface StandardSeed {
  key: string;
  reference: string;
  aliases?: string[];
  title?: Text;
  year: number;
  edition?: number;
  amendments: string[];
  verification: Verification;
  role: StandardRole;
  certifiable: boolean;
  completeness: Completeness;
  completenessNote?: Text;
  writtenFor?: string[];
  supersedes: string[];
  sources: CitationSeed[];
  details?: { standard: string; numberPrefix: string };
  extends?: string;
  clauses: ClauseSeed[];
}

export interface LinksSeed {
  links: { link: ClauseLink; from: string; to: string; basis: LinkBasis; locator?: string }[];
}

export interface SynonymsSeed {
  synonyms: { en?: string[]; da?: string[] }[];
}

export interface EdgeSeed {
  obligation: string;
  clause: string;
  relationship: Relationship;
  topics?: string[];
  strength: number;
  rationaleKind: RationaleKind;
  rationale: Text;
  gap?: Text;
  confidence: Confidence;
  status: ReviewStatus;
  sources: CitationSeed[];
}

export interface AssessmentSeed {
  obligation: string;
  outcome: CoverageLevel.NONE;
  reason: Text;
  sources: CitationSeed[];
}

export interface MappingsSeed {
  instrument: string;
  standard: string;
  edges: EdgeSeed[];
  assessments: AssessmentSeed[];
}

export interface RelationSeed {
  link: LegalLink;
  from: string;
  to: string;
  note?: Text;
  sources: CitationSeed[];
}

export interface RelationsSeed {
  relations: RelationSeed[];
}

export interface AuthoritySeed {
  key: string;
  name: Text;
  fields: {
    field: Text;
    provision: string;
    sectors?: string[];
    subsectors?: string[];
    entityTypes?: string[];
    partly?: true;
  }[];
  sources: CitationSeed[];
}

export interface AuthoritiesSeed {
  country: string;
  authorities: AuthoritySeed[];
}

export interface TranspositionSeed {
  country: string;
  name: Text;
  status: TranspositionStatus;
  act?: string;
  inForceOn?: string;
  inForceNote?: Text;
  divergence?: Text;
  proceedings?: { step: ProceedingStep; on: string }[];
  confidence: Confidence;
  basis: Text;
  sources: CitationSeed[];
}

export interface TranspositionsSeed {
  instrument: string;
  asOf: Text;
  transpositions: TranspositionSeed[];
}

export interface RemaindersSeed {
  instrument: string;
  remainders: { obligation: string; untilTopics?: string[]; untilFull?: true; text: Text }[];
}
