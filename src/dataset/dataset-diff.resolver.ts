import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { nonEmpty } from '../shared/catalogue.js';
import { PageArgs, paginate, type Connection } from '../shared/connections.js';
import { badInput } from '../shared/errors.js';
import type { NeedsPace } from '../shared/pace.js';
import { ChangeKind, compareReleases, countChanges, typeOf } from './compare-releases.js';
import { DatasetChange, DatasetChangeConnection, DatasetDiff } from './dataset-diff.types.js';
import type { NeedsDataset } from './dataset.graph.js';
import { ReleaseDigest } from './release-digest.entity.js';
import type { ReleaseDigestLoader } from './release-digest.loader.js';

type Needs = NeedsDataset & { digests: ReleaseDigestLoader };

@Resolver(() => DatasetDiff)
export class DatasetDiffResolver {
  @Query(() => [ReleaseDigest], { description: 'Every release there was, the one that answers last.' })
  async datasetReleases(@Ctx() { release, digests }: Needs): Promise<ReleaseDigest[]> {
    return Promise.all(release.versions.map((version) => readDigest(version, digests, release.versions)));
  }

  @Query(() => DatasetDiff, {
    description:
      'What was added, changed and retired from one release to another. BAD_USER_INPUT with the known versions for a version that never was released.',
  })
  async datasetDiff(
    @Arg('from', () => String, { description: 'Version of the earlier release: `0.1.0`.' }) from: string,
    @Arg('to', () => String, {
      nullable: true,
      description: 'Version of the later release; the one that answers if left out.',
    })
    to: string | null,
    @Ctx() { release, digests, pace }: Needs & NeedsPace,
  ): Promise<DatasetDiff> {
    const { versions } = release;
    const [before, after] = await Promise.all([
      readDigest(from, digests, versions),
      readDigest(to ?? release.dataset.version, digests, versions),
    ]);
    const changes = await pace.turn(() => compareReleases(before, after));
    return Object.assign(new DatasetDiff(), {
      from: before,
      to: after,
      counts: countChanges(changes),
      all: changes.map((change, position) =>
        Object.assign(new DatasetChange(), change, { position, type: typeOf(change.id) }),
      ),
    });
  }

  @FieldResolver(() => DatasetChangeConnection, {
    description: 'The changes, in the order of the later release; what is retired comes last.',
  })
  changes(
    @Root() diff: DatasetDiff,
    @Arg('kinds', () => [ChangeKind], { nullable: true, description: 'Only these kinds of change.' })
    kinds: ChangeKind[] | null,
    @Arg('types', () => [String], {
      nullable: true,
      description: 'Only ids of these types: `["mapping", "obligation"]`.',
    })
    types: string[] | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Connection<DatasetChange> {
    const wantedKinds = kinds && new Set(nonEmpty(kinds, 'kinds'));
    const wantedTypes = types && new Set(nonEmpty(types, 'types'));
    checkTypes(wantedTypes, diff);
    return paginate(
      diff.all.filter(
        ({ kind, type }) =>
          (!wantedKinds || wantedKinds.has(kind)) && (!wantedTypes || wantedTypes.has(type)),
      ),
      page,
    );
  }
}

async function readDigest(
  version: string,
  digests: ReleaseDigestLoader,
  versions: readonly string[],
): Promise<ReleaseDigest> {
  const digest = await digests.load(version);
  if (digest) return digest;
  throw badInput(`There is no release ${JSON.stringify(version)}. Known: ${versions.join(', ')}.`, {
    argument: 'version',
    value: version,
    suggestions: [...versions],
  });
}

/** A type that neither release has is a slip; one of which nothing changed answers with an empty list. */
function checkTypes(types: ReadonlySet<string> | null, { from, to }: DatasetDiff): void {
  if (!types) return;
  const known = new Set([from, to].flatMap(({ records }) => Object.keys(records).map(typeOf)));
  for (const type of types) {
    if (known.has(type)) continue;
    throw badInput(`types: there is no ${JSON.stringify(type)}. Known: ${[...known].sort().join(', ')}.`, {
      argument: 'types',
      value: type,
      suggestions: [...known].sort(),
    });
  }
}
