import type { Random } from './random.js';
import type { Facts } from './facts.js';

/** How large an answer is decides how near to the floor it can come. */
export type Size = 'small' | 'page' | 'largest';

export interface Operation {
  name: string;
  size: Size;
  query: string;
  /** Arguments by chance, of answers of about the same size. */
  variables(facts: Facts, random: Random): Record<string, unknown>;
  remark?: string;
}

const LANGUAGES = ['EN', 'DA'];
const CLAUSES_IN_PLACE = 60;
/** Six editions: with all six the coverage of NIS2 is the largest answer that somebody would ask for. */
export const STANDARDS_AT_ONCE = 6;

const page: Operation = {
  name: 'page of 20 obligations with their clauses',
  size: 'page',
  query: `query Page($after: String, $edges: MappingFilter, $language: Language) {
  obligations(first: 20, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id
      citation(language: $language)
      title(language: $language)
      kind
      mappings(first: 5, filter: $edges) {
        totalCount
        nodes {
          relationship
          covers
          strength
          rationale(language: $language)
          clause { id number title(language: $language) standard { reference } }
        }
      }
    }
  }
}`,
  variables: ({ pageStarts, standards }, random) => ({
    after: random.pick(pageStarts),
    edges: { standards: random.some(standards, 4), minStrength: 1 + random.below(2) },
    language: random.pick(LANGUAGES),
  }),
};

const one: Operation = {
  name: 'one obligation with everything',
  size: 'small',
  query: `query One($id: ID!, $standards: [ID!]!, $edges: MappingFilter, $language: Language) {
  obligation(id: $id) {
    id
    citation(language: $language)
    title(language: $language)
    summary(language: $language)
    kind
    bearers
    entityClass
    provision { id citation(language: $language) eli instrument { id shortName } }
    measure { id citation(language: $language) title(language: $language) }
    topics { id name(language: $language) }
    deadline { duration trigger(language: $language) }
    mappings(first: 100, filter: $edges) {
      totalCount
      nodes {
        id
        relationship
        covers
        strength
        rationale(language: $language)
        gap(language: $language)
        derivation
        confidence
        status
        topics { name(language: $language) }
        clause { id citation title(language: $language) }
        sources { locator source { title } }
      }
    }
    assessments { standard { reference } reason(language: $language) }
    coverage(standards: $standards) {
      level
      topicsCovered { name(language: $language) }
      topicsMissing { name(language: $language) }
      remainder(language: $language)
    }
  }
}`,
  variables: ({ obligations, standards }, random) => ({
    id: random.pick(obligations),
    standards: random.some(standards),
    edges: { standards: random.some(standards, 4), minStrength: 1 + random.below(2) },
    language: random.pick(LANGUAGES),
  }),
};

const coverage: Operation = {
  name: 'coverage of NIS2 by six standards',
  size: 'largest',
  query: `query Whole($standards: [ID!]!, $scope: ScopeInput, $language: Language) {
  coverage(standards: $standards, scope: $scope) {
    total
    full
    partial
    none
    unassessed
    measures { measure { id title(language: $language) } level full partial none }
    obligations {
      obligation { id citation(language: $language) title(language: $language) }
      level
      topicsCovered { name(language: $language) }
      topicsMissing { name(language: $language) }
      remainder(language: $language)
      mappings {
        clause { id citation title(language: $language) }
        relationship
        covers
        strength
        rationale(language: $language)
        gap(language: $language)
      }
    }
    disclaimer(language: $language)
  }
}`,
  variables: ({ instrument, kinds, standards }, random) => ({
    standards: random.shuffle(standards).slice(0, STANDARDS_AT_ONCE),
    // All kinds, in any order: arguments never seen, and still the whole of NIS2.
    scope: { instruments: [instrument], kinds: random.shuffle(kinds) },
    language: random.pick(LANGUAGES),
  }),
};

const gaps: Operation = {
  name: `gap analysis with ${CLAUSES_IN_PLACE} clauses`,
  size: 'largest',
  query: `query Gaps($input: GapAnalysisInput!, $language: Language) {
  gapAnalysis(input: $input) {
    report { total full partial none measures { measure { citation(language: $language) } level } }
    gaps {
      obligation { id title(language: $language) }
      level
      topicsMissing { name(language: $language) }
      remainder(language: $language)
    }
    next {
      clause { id title(language: $language) }
      closes { id }
      improves { id }
    }
    unknown { reference }
  }
}`,
  variables: ({ instrument, clauses }, random) => ({
    input: {
      implemented: random
        .shuffle(clauses)
        .slice(0, CLAUSES_IN_PLACE)
        .map((reference) => ({ reference, status: random.pick(['IMPLEMENTED', 'IMPLEMENTED', 'PARTIAL']) })),
      scope: { instruments: [instrument] },
    },
    language: random.pick(LANGUAGES),
  }),
  remark:
    'What an organisation says of itself is never kept (src/shared/about-caller.ts): a repeat is computed anew, by design.',
};

const search: Operation = {
  name: 'search',
  size: 'small',
  query: `query Search($text: String!, $first: Int, $language: Language) {
  search(text: $text, language: $language, first: $first) {
    totalCount
    nodes {
      excerpt
      node {
        __typename
        id
        ... on Clause { citation title(language: $language) }
        ... on Obligation { citation(language: $language) title(language: $language) }
      }
    }
  }
}`,
  variables: ({ titles }, random) => ({
    text: random.shuffle(random.pick(titles)).slice(0, 3).join(' '),
    first: 5 + random.below(10),
    language: random.pick(['EN', null]),
  }),
};

export const OPERATIONS: readonly Operation[] = [one, search, page, gaps, coverage];

/** Bodies of one operation, each other than all before: no answer kept for an earlier one fits. */
export class NeverSeen {
  private readonly seen = new Set<string>();

  constructor(
    private readonly operation: Operation,
    private readonly facts: Facts,
    private readonly random: Random,
  ) {}

  take(count: number): string[] {
    return Array.from({ length: count }, () => this.next());
  }

  private next(): string {
    const { query } = this.operation;
    for (let attempt = 0; attempt < 10_000; attempt += 1) {
      const body = JSON.stringify({ query, variables: this.operation.variables(this.facts, this.random) });
      if (this.seen.has(body)) continue;
      this.seen.add(body);
      return body;
    }
    throw new Error(`${this.operation.name}: there are no arguments left that were not seen.`);
  }
}
