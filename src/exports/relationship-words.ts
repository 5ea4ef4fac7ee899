import { Relationship } from '../mappings/mappings.enums.js';

/** One vocabulary inside (NIST IR 8477, read from the obligation to the clause); each format has words of its own. */
interface RelationshipWords {
  oscal: string;
  olir: string;
  /** Null where a format has no word for it and leaves the pair out. */
  cisoAssistant: string | null;
  skos: string | null;
  case: string | null;
}

export const WORDS: Readonly<Record<Relationship, RelationshipWords>> = {
  EQUAL: {
    oscal: 'equal-to',
    olir: 'equal',
    cisoAssistant: 'equal',
    skos: 'exactMatch',
    case: 'exactMatchOf',
  },
  SUBSET_OF: {
    oscal: 'subset-of',
    olir: 'subset of',
    cisoAssistant: 'subset',
    skos: 'broadMatch',
    case: 'ext:subsetOf',
  },
  SUPERSET_OF: {
    oscal: 'superset-of',
    olir: 'superset of',
    cisoAssistant: 'superset',
    skos: 'narrowMatch',
    case: 'ext:supersetOf',
  },
  INTERSECTS_WITH: {
    oscal: 'intersects-with',
    olir: 'intersects with',
    cisoAssistant: 'intersect',
    skos: 'relatedMatch',
    case: 'isRelatedTo',
  },
  NO_RELATIONSHIP: {
    oscal: 'no-relationship',
    olir: 'not related to',
    cisoAssistant: null,
    skos: null,
    case: null,
  },
};

/** The same judgement read from the clause to the obligation. */
export function inverseOf(relationship: Relationship): Relationship {
  if (relationship === Relationship.SUBSET_OF) return Relationship.SUPERSET_OF;
  if (relationship === Relationship.SUPERSET_OF) return Relationship.SUBSET_OF;
  return relationship;
}
