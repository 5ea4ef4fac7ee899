// The shapes of the answers to queries.ts.

export type Level = 'FULL' | 'PARTIAL' | 'NONE' | 'UNASSESSED';
export type EntityClass = 'ESSENTIAL' | 'IMPORTANT';
export type Role = 'REQUIREMENTS' | 'GUIDANCE' | 'SECTOR_GUIDANCE';
export type Relationship = 'EQUAL' | 'SUBSET_OF' | 'SUPERSET_OF' | 'INTERSECTS_WITH' | 'NO_RELATIONSHIP';
export type Kind =
  | 'GOVERNANCE'
  | 'RISK_MANAGEMENT'
  | 'REPORTING'
  | 'REGISTRATION'
  | 'DOMAIN_DATA'
  | 'STANDARDISATION'
  | 'INFORMATION'
  | 'SUPERVISION'
  | 'COOPERATION';

export interface Named {
  id: string;
  name: string;
}

export interface StandardAnswer {
  id: string;
  reference: string;
  title: string;
  role: Role;
  certifiable: boolean;
  supersededBy: { id: string }[];
  sectors: { id: string }[];
  clauses: { totalCount: number };
}

export interface SectorAnswer extends Named {
  annex: 'I' | 'II';
  number: number;
}

export interface CitedAnswer {
  id: string;
  citation: string;
  title: string;
}

export interface StartAnswer {
  dataset: { version: string; releasedOn: string; licence: string; disclaimer: string };
  standards: StandardAnswer[];
  sectors: SectorAnswer[];
  measures: CitedAnswer[];
}

export interface DutyInScope extends CitedAnswer {
  kind: Kind;
  measure: { id: string } | null;
  /** The duties it sets out in detail, with the measures that those belong to. */
  specifies: { measure: { id: string } | null }[];
  topics: Named[];
  provision: { instrument: { id: string; shortName: string } };
}

export interface RowsAnswer {
  coverage: { obligations: { obligation: DutyInScope }[] };
}

export interface LevelsReport {
  total: number;
  full: number;
  partial: number;
  none: number;
  unassessed: number;
  measures: { measure: { id: string }; level: Level }[];
  obligations: {
    obligation: { id: string };
    level: Level;
    topicsCovered: { id: string }[];
    mappings: { covers: Level; strength: number }[];
  }[];
}

export interface SourceAnswer {
  locator: string | null;
  source: { id: string; title: string; publisher: string; url: string | null };
}

export interface EdgeAnswer {
  id: string;
  relationship: Relationship;
  covers: Level;
  strength: number;
  confidence: 'HIGH' | 'MEDIUM' | 'LOW';
  status: 'PROPOSED' | 'REVIEWED';
  derivation: 'ASSERTED' | 'INHERITED';
  rationale: string;
  gap: string | null;
  topics: Named[];
  inheritedFrom: { clause: { citation: string } } | null;
  clause: {
    id: string;
    number: string;
    title: string;
    kind: string;
    citation: string;
    standard: { id: string; reference: string };
  };
  sources: SourceAnswer[];
}

export interface DutyAnswer {
  obligation:
    | (CitedAnswer & {
        summary: string;
        bearers: string[];
        deadline: { duration: string | null; trigger: string } | null;
        coverage: {
          level: Level;
          remainder: string | null;
          topicsCovered: Named[];
          topicsMissing: Named[];
          unassessedStandards: { id: string; reference: string }[];
          mappings: EdgeAnswer[];
          assessments: {
            id: string;
            reason: string;
            standard: { id: string; reference: string };
            sources: SourceAnswer[];
          }[];
        };
      })
    | null;
}

interface Heading {
  id: string;
  number: string;
  title: string;
}

export interface FlowEdge {
  covers: Level;
  strength: number;
  obligation: { id: string; measure: { id: string } | null };
  clause: Heading & {
    standard: { id: string; reference: string };
    parent: (Heading & { parent: Heading | null }) | null;
  };
}

export interface FlowAnswer {
  mappings: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: FlowEdge[];
  };
}

/** A node of any kind; clauses carry their names. */
export interface NodeAnswer {
  __typename: string;
  id: string;
  number?: string;
  citation?: string;
  title?: string;
  standard?: { supersededBy: { id: string }[] };
}

export interface ReadListAnswer {
  resolve: { reference: string; node: NodeAnswer | null; suggestions: NodeAnswer[] }[];
}

export interface GapsAnswer {
  gapAnalysis: {
    unknown: { reference: string; suggestions: { id: string }[] }[];
    report: LevelsReport & { standards: { id: string; reference: string }[] };
    gaps: {
      level: Level;
      remainder: string | null;
      topicsMissing: Named[];
      obligation: CitedAnswer;
    }[];
    next: {
      clause: CitedAnswer & { number: string };
      closes: CitedAnswer[];
      improves: CitedAnswer[];
    }[];
  };
}

export interface TypesAnswer {
  sector: {
    entityTypes: (Named & { condition: string | null; subsector: Named | null })[];
  } | null;
}

export interface TypeNamesAnswer {
  nodes: ({ id: string; name?: string } | null)[];
}

export type Outcome = 'ESSENTIAL' | 'IMPORTANT' | 'OUT_OF_SCOPE' | 'REGISTRATION_ONLY' | 'NEEDS_DECISION';
export type Size = 'MICRO' | 'SMALL' | 'MEDIUM' | 'LARGE';

export interface ClassifyAnswer {
  classifyEntity: {
    outcome: Outcome;
    size: Size | null;
    jurisdictions: string[];
    supervision: string | null;
    openQuestions: string[];
    reasons: {
      decisive: boolean;
      rule: string;
      statement: string;
      provision: { id: string; citation: string; eli: string | null } | null;
    }[];
    maximumFine: { amountEur: number; turnoverPercent: number; provision: { citation: string } } | null;
    lexSpecialis: { id: string; shortName: string }[];
    standards: { id: string; reference: string }[];
    obligations: CitedAnswer[];
  };
}

export type StageKind =
  'EARLY_WARNING' | 'INCIDENT_NOTIFICATION' | 'INTERMEDIATE_REPORT' | 'PROGRESS_REPORT' | 'FINAL_REPORT';

export interface StageAnswer {
  kind: StageKind;
  mandatory: boolean;
  dueAt: string | null;
  dueAtLocal: string | null;
  basis: string;
  content: string[];
  recipient: string;
  authorities: Named[];
  obligation: CitedAnswer;
}

export interface ClocksAnswer {
  reportingTimeline: { stages: StageAnswer[] };
}
