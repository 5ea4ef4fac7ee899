import { registerEnumType } from 'type-graphql';

export enum Relationship {
  EQUAL = 'EQUAL',
  SUBSET_OF = 'SUBSET_OF',
  SUPERSET_OF = 'SUPERSET_OF',
  INTERSECTS_WITH = 'INTERSECTS_WITH',
  NO_RELATIONSHIP = 'NO_RELATIONSHIP',
}
registerEnumType(Relationship, {
  name: 'Relationship',
  description:
    'How an obligation stands to a clause, read from the obligation to the clause (set theory of NIST IR 8477).',
  valuesConfig: {
    EQUAL: { description: 'The obligation says the same as the clause.' },
    SUBSET_OF: { description: 'The obligation lies wholly inside the clause.' },
    SUPERSET_OF: { description: 'The obligation asks for more than the clause.' },
    INTERSECTS_WITH: { description: 'They overlap; each has something the other lacks.' },
    NO_RELATIONSHIP: { description: 'Looked at, and nothing in common.' },
  },
});

export enum CoverageLevel {
  FULL = 'FULL',
  PARTIAL = 'PARTIAL',
  NONE = 'NONE',
  UNASSESSED = 'UNASSESSED',
}
registerEnumType(CoverageLevel, {
  name: 'CoverageLevel',
  description: 'How far clauses cover an obligation. NONE and UNASSESSED are different things.',
  valuesConfig: {
    FULL: { description: 'Everything the obligation asks for is answered.' },
    PARTIAL: { description: 'Something is answered; `gap` or `remainder` says what is not.' },
    NONE: { description: 'Somebody looked, and nothing covers it.' },
    UNASSESSED: { description: 'Nobody has looked yet.' },
  },
});

export enum RationaleKind {
  SYNTACTIC = 'SYNTACTIC',
  SEMANTIC = 'SEMANTIC',
  FUNCTIONAL = 'FUNCTIONAL',
}
registerEnumType(RationaleKind, {
  name: 'RationaleKind',
  description: 'What the judgement compares (NIST IR 8477).',
  valuesConfig: {
    SYNTACTIC: { description: 'The words.' },
    SEMANTIC: { description: 'The meaning.' },
    FUNCTIONAL: { description: 'What happens in practice.' },
  },
});

export enum Derivation {
  ASSERTED = 'ASSERTED',
  INHERITED = 'INHERITED',
}
registerEnumType(Derivation, {
  name: 'Derivation',
  description: 'Where an edge comes from.',
  valuesConfig: {
    ASSERTED: { description: 'Judged by a person on this very clause.' },
    INHERITED: {
      description: 'Computed from the edge in `inheritedFrom`: the same control in another standard.',
    },
  },
});

export enum ReviewStatus {
  PROPOSED = 'PROPOSED',
  REVIEWED = 'REVIEWED',
}
registerEnumType(ReviewStatus, {
  name: 'ReviewStatus',
  description: 'How far a judgement has come.',
  valuesConfig: {
    PROPOSED: { description: 'Judged once, reasons given.' },
    REVIEWED: { description: 'Judged again by a second reader who agreed.' },
  },
});
