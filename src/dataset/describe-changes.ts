import { ChangeKind, compareReleases, countChanges, typeOf } from './compare-releases.js';
import type { ReleaseDigest } from './release-digest.entity.js';

type Release = Pick<ReleaseDigest, 'version' | 'releasedOn' | 'checksum' | 'records'>;

/** The Data part of the changelog: computed from the difference of two releases, as Markdown. */
export function describeChanges(before: Release, after: Release): string {
  const changes = compareReleases(before, after);
  const lines = [
    `Computed from the difference to release ${before.version} (\`npm run -s diff -- ${before.version}\`):`,
    '',
    '| record | added | changed | retired |',
    '| --- | ---: | ---: | ---: |',
    ...countChanges(changes).map(
      ({ type, added, changed, retired }) => `| ${type} | ${added} | ${changed} | ${retired} |`,
    ),
  ];
  for (const type of ['mapping', 'obligation']) {
    const facets = new Map<string, number>();
    for (const change of changes)
      if (typeOf(change.id) === type)
        for (const { facet } of change.facets) facets.set(facet, (facets.get(facet) ?? 0) + 1);
    if (facets.size > 0)
      lines.push(
        '',
        `What differs in the ${type} records that changed: ${[...facets]
          .sort(([, a], [, b]) => b - a)
          .map(([facet, count]) => `${facet} in ${count}`)
          .join(', ')}.`,
      );
  }
  const retired = changes.filter(({ kind }) => kind === ChangeKind.RETIRED);
  if (retired.length > 0) lines.push('', `Retired: ${retired.map(({ id }) => `\`${id}\``).join(', ')}.`);
  return lines.join('\n');
}

/** Every change, one line each, for a reader of the command line. */
export function listChanges(before: Release, after: Release): string[] {
  const sign = { ADDED: '+', CHANGED: '~', RETIRED: '-' } as const;
  return compareReleases(before, after).map(({ id, kind, facets }) =>
    [
      sign[kind],
      id,
      ...facets.map((change) =>
        change.facet === 'text' || change.facet === 'remainder'
          ? change.facet
          : `${change.facet}: ${change.before ?? 'none'} -> ${change.after ?? 'none'}`,
      ),
    ].join('  '),
  );
}
