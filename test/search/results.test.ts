import { describe, expect, test } from '@jest/globals';
import { SearchText } from '../../src/search/search-text.entity.js';
import { useKobling } from '../support/kobling.js';
import { idsOf, searchOf, type Found } from './search-client.js';

const kobling = useKobling();
const { search } = searchOf(kobling);

const plain = (excerpt: string) => excerpt.replaceAll('**', '').replace(/^…|…$/g, '');

describe('an excerpt', () => {
  test.each([
    'backup',
    'leverandoer',
    '21(2)(c)',
    'significant incident',
    'MFA',
    'haendelse',
    'multifactor',
    'NIS 2',
    'ø',
  ])('is a part of one of the texts, with what was found marked: %s', async (text) => {
    const { nodes } = await search(text, { first: 100 });
    for (const { node, excerpt } of nodes) {
      const rows = await kobling.database.manager.findBy(SearchText, { nodeId: node.id });
      const texts = rows.flatMap((row) => row.texts);
      expect(texts.some((one) => one.includes(plain(excerpt)))).toBe(true);
      expect(excerpt).toMatch(/\*\*[^*]+\*\*/);
      expect(plain(excerpt).length).toBeLessThanOrEqual(200);
    }
  });

  test('is what the record itself says', async () => {
    const { data } = await kobling.ask(
      '{ search(text: "haendelsesunderretning 72 timer", first: 1) { nodes { excerpt node { ... on Obligation { title(language: DA) } } } } }',
    );
    const [{ excerpt, node }] = data.search.nodes;
    expect(plain(excerpt)).toBe(node.title);
    expect(excerpt).toContain('**Hændelsesunderretning**');
  });

  test.each([
    ['21(2)(c)', 'Article **21(2)(c)**'],
    ['sarbarheder', null],
    ['saarbarheder teknisk', 'Styring af **tekniske** **sårbarheder**'],
    ['multifactor authentication', '**Multi-factor** **authentication**'],
    ['"multi factor authentication"', '**Multi-factor authentication**'],
    ['ISO27001', '**ISO**/IEC **27001**:2022'],
  ])('marks whole words in the letters of the text: %s', async (text, excerpt) => {
    expect((await search(text)).nodes.at(0)?.excerpt ?? null).toBe(excerpt);
  });

  test('can be told from its marks, for no text has any', async () => {
    const texts = await kobling.database.manager.find(SearchText);
    expect(texts.filter((row) => row.texts.some((text) => text.includes('*')))).toEqual([]);
  });
});

describe('a page', () => {
  test('follows another until all were seen once, in the order of one large page', async () => {
    const all = idsOf(await search('kryptering', { first: 100 }));
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, totalCount, pageInfo }: Found = await search('kryptering', { first: 7, after });
      expect(totalCount).toBe(all.length);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...edges.map(({ node }) => node.node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
    expect(all.length).toBeGreaterThan(14);
  });

  test('holds 20 if nothing is said, and may hold none', async () => {
    expect((await search('backup')).nodes).toHaveLength(20);
    const { nodes, totalCount } = await search('backup', { first: 0 });
    expect(nodes).toEqual([]);
    expect(totalCount).toBeGreaterThan(20);
  });
});
