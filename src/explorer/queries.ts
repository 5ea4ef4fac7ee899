// Everything the page asks, in one place; a test holds each against the schema and against the limits of the service.

/** What does not depend on any choice but the language. */
export const START = `query ExplorerStart($language: Language) {
  dataset { version releasedOn licence disclaimer(language: $language) }
  standards { id reference title(language: $language) role certifiable supersededBy { id } sectors { id } clauses(first: 0) { totalCount } }
  sectors { id annex number name(language: $language) }
  measures { id citation(language: $language) title(language: $language) }
}`;

/** The duties in scope, for the rows of the matrix. */
export const ROWS = `query ExplorerRows($standards: [ID!]!, $scope: ScopeInput, $language: Language) {
  coverage(standards: $standards, scope: $scope) {
    obligations {
      obligation {
        id
        citation(language: $language)
        title(language: $language)
        kind
        measure { id }
        specifies { measure { id } }
        topics { id name(language: $language) }
        provision { instrument { id shortName } }
      }
    }
  }
}`;

const LEVELS = `fragment Levels on CoverageReport {
  total full partial none unassessed
  measures { measure { id } level }
  obligations { obligation { id } level topicsCovered { id } mappings { covers strength } }
}`;

/** One column for each standard and, from two on, one for all of them together. */
export function levelsQuery(columns: number): string {
  const each = Array.from({ length: columns }, (_, index) => index);
  return `query ExplorerLevels($scope: ScopeInput, ${each.map((index) => `$c${index}: [ID!]!`).join(', ')}) {
  ${each.map((index) => `c${index}: coverage(standards: $c${index}, scope: $scope) { ...Levels }`).join('\n  ')}
}
${LEVELS}`;
}

const EDGE = `fragment Edge on Mapping {
  id relationship covers strength confidence status derivation
  rationale(language: $language)
  gap(language: $language)
  topics { id name(language: $language) }
  inheritedFrom { clause { citation } }
  clause { id number title(language: $language) kind citation standard { id reference } }
  sources { locator source { id title publisher url } }
}`;

/** A duty against standards: the edges with their reasons, the verdicts, and what is left. */
export const DUTY = `query ExplorerDuty($id: ID!, $standards: [ID!]!, $scope: ScopeInput, $language: Language) {
  obligation(id: $id) {
    id
    citation(language: $language)
    title(language: $language)
    summary(language: $language)
    bearers
    deadline { duration trigger(language: $language) }
    coverage(standards: $standards, scope: $scope) {
      level
      remainder(language: $language)
      topicsCovered { id name(language: $language) }
      topicsMissing { id name(language: $language) }
      unassessedStandards { id reference }
      mappings { ...Edge }
      assessments { id reason(language: $language) standard { id reference } sources { locator source { id title publisher url } } }
    }
  }
}
${EDGE}`;

/** One page of edges for the flow; measures on the left, clauses on the right. */
export const FLOW = `query ExplorerFlow($filter: MappingFilter, $after: String, $language: Language) {
  mappings(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      covers
      strength
      obligation { id measure { id } }
      clause {
        id number title(language: $language)
        standard { id reference }
        parent { id number title(language: $language) parent { id number title(language: $language) } }
      }
    }
  }
}`;

const NAMED_CLAUSE = `fragment NamedClause on Clause { id number citation title(language: $language) standard { supersededBy { id } } }`;

/** So many references are asked about in one call: with their suggestions, what the limits leave room for. */
export const READ_AT_ONCE = 200;
/** So many ids `nodes` takes. */
export const NAMED_AT_ONCE = 100;

/** What pasted lines mean. */
export const READ_LIST = `query ExplorerReadList($references: [String!]!, $language: Language) {
  resolve(references: $references) {
    reference
    node { __typename id ...NamedClause }
    suggestions { __typename id ...NamedClause }
  }
}
${NAMED_CLAUSE}`;

/** What is covered by what is in place, what is open, and what would help most. */
export const GAPS = `query ExplorerGaps($input: GapAnalysisInput!, $language: Language) {
  gapAnalysis(input: $input) {
    unknown { reference suggestions { id } }
    report {
      ...Levels
      standards { id reference }
    }
    gaps {
      level
      remainder(language: $language)
      topicsMissing { id name(language: $language) }
      obligation { id citation(language: $language) title(language: $language) }
    }
    next {
      clause { id number citation title(language: $language) }
      closes { id citation(language: $language) title(language: $language) }
      improves { id citation(language: $language) title(language: $language) }
    }
  }
}
${LEVELS}`;

/** The names of marked clauses, in the language of the page. */
export const CLAUSES = `query ExplorerClauses($ids: [ID!]!, $language: Language) {
  nodes(ids: $ids) { __typename id ...NamedClause }
}
${NAMED_CLAUSE}`;

/** The types of a sector, to say what an entity is. */
export const TYPES = `query ExplorerTypes($id: ID!, $language: Language) {
  sector(id: $id) {
    entityTypes { id name(language: $language) condition(language: $language) subsector { id name(language: $language) } }
  }
}`;

/** The names of types that were chosen, whatever their sectors. */
export const TYPE_NAMES = `query ExplorerTypeNames($ids: [ID!]!, $language: Language) {
  nodes(ids: $ids) { id ... on EntityType { name(language: $language) } }
}`;

/** Whether and how the directive applies. */
export const CLASSIFY = `query ExplorerClassify($input: EntityProfileInput!, $language: Language) {
  classifyEntity(input: $input) {
    outcome
    size
    jurisdictions
    supervision(language: $language)
    openQuestions(language: $language)
    reasons { decisive rule statement(language: $language) provision { id citation(language: $language) eli } }
    maximumFine { amountEur turnoverPercent provision { citation(language: $language) } }
    lexSpecialis { id shortName }
    standards { id reference }
    obligations { id citation(language: $language) title(language: $language) }
  }
}`;

/** The messages after an incident. */
export const CLOCKS = `query ExplorerClocks($input: ReportingTimelineInput!, $language: Language) {
  reportingTimeline(input: $input) {
    stages {
      kind
      mandatory
      dueAt
      dueAtLocal
      basis(language: $language)
      content(language: $language)
      recipient(language: $language)
      authorities { id name(language: $language) }
      obligation { id citation(language: $language) title(language: $language) }
    }
  }
}`;
