import type { Facets, ReleaseDigest } from './release-digest.entity.js';

export enum ChangeKind {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  RETIRED = 'RETIRED',
}

/** As much of a release as a comparison reads. */
type Compared = Pick<ReleaseDigest, 'records'>;

export interface FacetChange {
  facet: string;
  before: string | null;
  after: string | null;
}

export interface Change {
  id: string;
  kind: ChangeKind;
  facets: FacetChange[];
}

/** What became of every id between two releases: added, retired, or changed with the facets that differ. */
export function compareReleases(before: Compared, after: Compared): Change[] {
  const ids = new Set([...Object.keys(after.records), ...Object.keys(before.records)]);
  return [...ids].flatMap((id): Change[] => {
    const [old, now] = [before.records[id], after.records[id]];
    if (!old) return [{ id, kind: ChangeKind.ADDED, facets: [] }];
    if (!now) return [{ id, kind: ChangeKind.RETIRED, facets: [] }];
    const facets = compareFacets(old, now);
    return facets.length > 0 ? [{ id, kind: ChangeKind.CHANGED, facets }] : [];
  });
}

function compareFacets(before: Facets, after: Facets): FacetChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((facet) => ({ facet, before: before[facet] ?? null, after: after[facet] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** First part of an id: `mapping`, `obligation`, `clause`. */
export const typeOf = (id: string) => id.slice(0, id.indexOf('/'));

/** How many ids of a type were added, changed and retired; only types of which any was. */
export function countChanges(
  changes: readonly Change[],
): { type: string; added: number; changed: number; retired: number }[] {
  const counts = new Map<string, { type: string; added: number; changed: number; retired: number }>();
  for (const { id, kind } of changes) {
    const type = typeOf(id);
    const count = counts.get(type) ?? { type, added: 0, changed: 0, retired: 0 };
    counts.set(type, count);
    if (kind === ChangeKind.ADDED) count.added += 1;
    else if (kind === ChangeKind.CHANGED) count.changed += 1;
    else count.retired += 1;
  }
  return [...counts.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}
