import { describe, expect, test } from '@jest/globals';
import { crosswalkOf } from '../../src/coverage/crosswalk.js';
import { controlsOf } from '../../src/coverage/same-control.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const walk = (from: string, to: string) => {
  const { standards, mappings } = kobling.release;
  return crosswalkOf(standards.standards.linked(from), standards.standards.linked(to), {
    standards,
    mappings,
    controls: controlsOf(standards),
  }).map(({ from: a, to: b, links, via }) => ({
    pair: [a.id, b.id],
    links: [...links].sort(),
    via: via.map(({ id }) => id).sort(),
  }));
};
const turned = (rows: ReturnType<typeof walk>) =>
  rows.map((row) => ({ ...row, pair: [...row.pair].reverse() }));
const sorted = (rows: ReturnType<typeof walk>) => rows.map((row) => JSON.stringify(row)).sort();

describe('a crosswalk', () => {
  test.each([
    ['standard/iso27001-2022', 'standard/iso22301-2019'],
    ['standard/iso27002-2013', 'standard/iso27002-2022'],
    ['standard/iso27002-2013', 'standard/iso27001-2022'],
    ['standard/iso27005-2022', 'standard/iso27001-2022'],
    ['standard/iso27001-2022', 'standard/iso27002-2022'],
    ['standard/iso27019-2024', 'standard/iso27001-2022'],
  ])('is the same whichever way round: %s and %s', (from, to) => {
    const there = walk(from, to);
    expect(there.length).toBeGreaterThan(10);
    expect(sorted(turned(walk(to, from)))).toEqual(sorted(there));
    expect(new Set(there.map(({ pair }) => pair.join(' '))).size).toBe(there.length);
    for (const { links, via } of there) expect(links.length + via.length).toBeGreaterThan(0);
  });

  test('leads every control of 2013 to its successors, in the guidance and in Annex A', async () => {
    const query = `query ($to: ID!, $after: String) { crosswalk(from: "standard/iso27002-2013", to: $to, first: 100, after: $after) {
      totalCount nodes { from { number } to { number } links } pageInfo { hasNextPage endCursor } } }`;
    for (const to of ['standard/iso27002-2022', 'standard/iso27001-2022']) {
      const rows: { from: { number: string }; to: { number: string }; links: string[] }[] = [];
      let after: string | null = null;
      do {
        const { data, errors } = await kobling.ask(query, { to, after });
        expect(errors).toBeUndefined();
        rows.push(...(data.crosswalk.nodes as typeof rows));
        after = data.crosswalk.pageInfo.hasNextPage ? (data.crosswalk.pageInfo.endCursor as string) : null;
      } while (after);
      expect(new Set(rows.map(({ from }) => from.number)).size).toBe(114);
      expect(rows).toContainEqual({
        from: { number: '15.1.1' },
        to: { number: to.includes('27001') ? 'A.5.19' : '5.19' },
        links: ['CORRESPONDS'],
      });
    }
  });

  test('tells links from shared obligations', async () => {
    const { data } = await kobling.ask(
      '{ crosswalk(from: "standard/iso27001-2022", to: "standard/iso22301-2019", first: 1) { nodes { links via { id } } } }',
    );
    expect(data.crosswalk.nodes[0].links).toEqual(['SAME_STRUCTURE']);
  });

  test.each([
    ['standard/iso27001-2022', 'standard/iso27001-2022', 'name the same edition'],
    ['standard/iso27001-2013', 'standard/iso27001-2022', 'the clauses of ISO/IEC 27001:2013 are not held'],
    ['standard/iso27001', 'standard/iso27001-2022', 'from: there is no "standard/iso27001"'],
  ])('refuses what would answer with nothing: %s, %s', async (from, to, message) => {
    const { errors } = await kobling.ask(`{ crosswalk(from: "${from}", to: "${to}") { totalCount } }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
