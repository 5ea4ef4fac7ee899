import { nearest } from '../shared/nearest.js';
import type { Problem } from './problems.js';
import type { Seeds } from './seed-files.js';
import { idOf, type SeedIndex } from './seed-index.js';

export type Referable =
  | 'source'
  | 'instrument'
  | 'provision'
  | 'measure'
  | 'obligation'
  | 'standard'
  | 'clause'
  | 'entityType'
  | 'sector'
  | 'subsector';

export interface ReferenceCheck {
  problems: Problem[];
  /** Notes a problem, with the nearest ids, if nothing has this id. */
  expect: (kind: Referable, id: string, file: string, record: string, field: string) => void;
  expectSources: (sources: { source: string }[], file: string, record: string) => void;
}

/** What points at something is held against everything the seed holds. */
export function createReferenceCheck(seeds: Seeds, index: SeedIndex): ReferenceCheck {
  const problems: Problem[] = [];
  const known: Record<Referable, ReadonlySet<string>> = {
    source: new Set(
      seeds.of('sources').flatMap(({ content }) => content.sources.map(({ key }) => idOf.source(key))),
    ),
    instrument: new Set(seeds.of('instrument').map(({ content }) => idOf.instrument(content.key))),
    provision: new Set(index.provisions.map(({ id }) => id)),
    measure: new Set(index.measures.map(({ id }) => id)),
    obligation: new Set(index.obligations.map(({ id }) => id)),
    standard: new Set(index.standards.map(({ id }) => id)),
    clause: new Set(index.clauses.map(({ id }) => id)),
    entityType: new Set(
      seeds
        .of('sectors')
        .flatMap(({ content: { instrument, sectors } }) =>
          sectors.flatMap(({ entityTypes }) =>
            entityTypes.map(({ key }) => idOf.entityType(instrument, key)),
          ),
        ),
    ),
    sector: new Set(
      seeds
        .of('sectors')
        .flatMap(({ content: { instrument, sectors } }) =>
          sectors.map(({ key }) => idOf.sector(instrument, key)),
        ),
    ),
    subsector: new Set(
      seeds
        .of('sectors')
        .flatMap(({ content: { instrument, sectors } }) =>
          sectors.flatMap(({ subsectors }) => subsectors.map(({ key }) => idOf.subsector(instrument, key))),
        ),
    ),
  };
  const expect = (kind: Referable, id: string, file: string, record: string, field: string) => {
    if (known[kind].has(id)) return;
    const suggestions = nearest(id, known[kind]);
    const mend = suggestions.length
      ? `Did you mean ${suggestions.join(' or ')}?`
      : 'Add it, or point at one that exists.';
    problems.push({ file, record, message: `${field} points at ${id}, which does not exist. ${mend}` });
  };
  const expectSources = (sources: { source: string }[], file: string, record: string) => {
    for (const { source } of sources) expect('source', idOf.source(source), file, record, 'sources');
  };
  return { problems, expect, expectSources };
}
