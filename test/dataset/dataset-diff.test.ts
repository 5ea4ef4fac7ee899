import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ChangeKind, compareReleases } from '../../src/dataset/compare-releases.js';
import { describeChanges } from '../../src/dataset/describe-changes.js';
import { PATHS, ROOT } from '../../src/paths.js';
import { readDigests } from '../../src/seeding/read-digests.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const FIRST = '0.1.0';

describe('two releases', () => {
  const release = (records: Record<string, Record<string, string>>) => ({ records });

  test('compared, tell what was added, changed facet by facet, and retired', () => {
    const before = release({
      'mapping/a': { relationship: 'INTERSECTS_WITH', strength: '5', text: 'aa' },
      'mapping/b': { relationship: 'EQUAL', text: 'bb' },
      'obligation/o': { text: 'oo' },
    });
    const after = release({
      'mapping/a': { relationship: 'SUPERSET_OF', strength: '5', topics: 't', text: 'aa' },
      'mapping/c': { relationship: 'EQUAL', text: 'cc' },
      'obligation/o': { text: 'oo' },
    });
    expect(compareReleases(before, after)).toEqual([
      {
        id: 'mapping/a',
        kind: ChangeKind.CHANGED,
        facets: [
          { facet: 'relationship', before: 'INTERSECTS_WITH', after: 'SUPERSET_OF' },
          { facet: 'topics', before: null, after: 't' },
        ],
      },
      { id: 'mapping/c', kind: ChangeKind.ADDED, facets: [] },
      { id: 'mapping/b', kind: ChangeKind.RETIRED, facets: [] },
    ]);
    expect(compareReleases(after, after)).toEqual([]);
  });

  test('are compared by a query that agrees with the seed, in one statement a release', async () => {
    const query = `query ($after: String) { datasetDiff(from: "${FIRST}") { from { version releasedOn checksum } to { version checksum }
      counts { type added changed retired }
      changes(types: ["obligation"], kinds: [ADDED], first: 100, after: $after) { totalCount nodes { subject type kind facets { facet } } pageInfo { hasNextPage endCursor } } } }`;
    const ids: string[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const { data, errors } = await kobling.ask(query, { after });
      expect(errors).toBeUndefined();
      const { changes, to, counts } = data.datasetDiff;
      expect(to.checksum).toBe(kobling.release.dataset.checksum);
      total = changes.totalCount as number;
      expect(counts).toContainEqual(expect.objectContaining({ type: 'obligation', added: total }));
      ids.push(...(changes.nodes as { subject: string }[]).map(({ subject }) => subject));
      after = changes.pageInfo.hasNextPage ? (changes.pageInfo.endCursor as string) : null;
    } while (after);
    expect(ids).toHaveLength(total);
    expect(ids).toContain('obligation/cir/5.1.4');
    expect(ids).not.toContain('obligation/nis2/21.2.d');
    expect(await kobling.countStatements(() => kobling.ask(query))).toBe(1);
  });

  test('can only be releases there were, and types there are', async () => {
    const unknown = await kobling.ask('{ datasetDiff(from: "0.0.9") { counts { type } } }');
    expect(unknown.errors?.[0]).toMatchObject({
      message: expect.stringContaining('There is no release "0.0.9". Known: 0.1.0,'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const mistyped = await kobling.ask(
      `{ datasetDiff(from: "${FIRST}") { changes(types: ["mappings"]) { totalCount } } }`,
    );
    expect(mistyped.errors?.[0]?.message).toContain('types: there is no "mappings". Known: ');
  });

  test('are all listed, the one that answers last', async () => {
    const { data } = await kobling.ask('{ datasetReleases { version } dataset { version } }');
    const versions = (data.datasetReleases as { version: string }[]).map(({ version }) => version);
    expect(versions[0]).toBe(FIRST);
    expect(versions.at(-1)).toBe(data.dataset.version);
  });
});

test('the Data part of the changelog is the computed difference: run npm run changelog', async () => {
  const digests = await readDigests(PATHS.seed);
  const [before, after] = [digests.at(-2), digests.at(-1)];
  if (!before || !after) throw new Error('There is only one release.');
  const changelog = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
  const block = /<!-- data: [^>]*-->([\s\S]*?)<!-- end of data -->/.exec(changelog)?.[1];
  // Prettier aligns the columns of a table: spaces and dashes are not what is compared.
  const plain = (text = '') => text.replace(/[\s-]+/g, ' ').trim();
  expect(plain(block)).toBe(plain(describeChanges(before, after)));
});
