/** What `ask` asks of the API: the meaning of a reference, and for duties and clauses what covers what. */
export const STANDARDS = `query Current($language: Language) {
  standards { id supersededBy { id } }
  dataset { version disclaimer(language: $language) }
}`;

export const QUESTION = `query Ask($reference: String!, $standards: [ID!]!, $language: Language) {
  resolve(references: [$reference]) {
    node {
      ...Named
      ... on Provision {
        obligations { ...Duty }
      }
      ... on Measure {
        obligations { ...Duty }
      }
      ... on Obligation { ...Duty }
      ... on Clause {
        mappings(filter: { relationships: [EQUAL, SUBSET_OF, SUPERSET_OF, INTERSECTS_WITH] }, first: 10) {
          totalCount
          nodes { ...Edge }
        }
      }
    }
    suggestions { ...Named }
  }
}

fragment Named on Node {
  __typename
  id
  ... on Instrument { name: title(language: $language) maybeSummary: note(language: $language) }
  ... on Provision { citation(language: $language) maybeTitle: title(language: $language) maybeSummary: summary(language: $language) }
  ... on Measure { citation(language: $language) name: title(language: $language) summary(language: $language) }
  ... on Obligation { citation(language: $language) name: title(language: $language) summary(language: $language) }
  ... on Topic { name(language: $language) }
  ... on Standard { name: title(language: $language) }
  ... on Clause { citation name: title(language: $language) }
}

fragment Duty on Obligation {
  id
  citation(language: $language)
  title(language: $language)
  coverage(standards: $standards) {
    level
    remainder(language: $language)
    unassessedStandards { id }
    mappings { ...Edge }
  }
}

fragment Edge on Mapping {
  obligation { id citation(language: $language) title(language: $language) }
  clause { id citation title(language: $language) }
  derivation
  relationship
  covers
  strength
  rationale(language: $language)
  gap(language: $language)
}`;
