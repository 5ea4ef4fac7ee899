import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

describe('Annexes I and II', () => {
  test('list 18 sectors, 15 subsectors and 67 entity types, 53 and 14', () => {
    const { sectors, subsectors, entityTypes } = kobling.release.sectors;
    expect([sectors.size, subsectors.size, entityTypes.size]).toEqual([18, 15, 67]);
    const inAnnex = (annex: string) =>
      entityTypes.all.filter(({ sector }) => String(sector.annex) === annex).length;
    expect([inAnnex('I'), inAnnex('II')]).toEqual([53, 14]);
  });

  test('answer by annex, with names in both languages', async () => {
    const { data } = await kobling.ask(
      '{ sectors(annex: II) { number name da: name(language: DA) subsectors { id } } }',
    );
    expect(data.sectors).toHaveLength(7);
    expect(data.sectors[0]).toMatchObject({
      number: 1,
      name: 'Postal and courier services',
      da: 'Post- og kurertjenester',
    });
    expect(data.sectors[4].subsectors).toHaveLength(6);
  });

  test('tell of an entity type who defines it, whatever its size, and who has jurisdiction', async () => {
    const { data } = await kobling.ask(
      '{ entityType(id: "entity-type/nis2/I.8.2") { name condition(language: DA) definedIn regardlessOfSize essentialRegardlessOfSize jurisdictionRule sector { id } subsector { id } nameStatus } }',
    );
    expect(data.entityType).toEqual({
      name: 'DNS service providers',
      condition: 'Ikke operatører af rodnavneservere.',
      definedIn: ['NIS2 Art 6(20)'],
      regardlessOfSize: true,
      essentialRegardlessOfSize: true,
      jurisdictionRule: 'MAIN_ESTABLISHMENT',
      sector: { id: 'sector/nis2/I.8' },
      subsector: null,
      nameStatus: 'UNOFFICIAL',
    });
  });
});

describe('obligations', () => {
  const idsFor = async (filter: string) => {
    const { data } = await kobling.ask(`{ obligations(filter: ${filter}, first: 100) { nodes { id } } }`);
    return (data.obligations.nodes as { id: string }[]).map(({ id }) => id);
  };

  test('that fall on one type only are found for it and its sector, and not for others', async () => {
    expect(await idsFor('{ entityTypes: ["entity-type/nis2/I.8.3"] }')).toContain('obligation/nis2/28.1');
    expect(await idsFor('{ sectors: ["sector/nis2/I.8"] }')).toContain('obligation/nis2/28.1');
    expect(await idsFor('{ sectors: ["sector/nis2/I.1"] }')).not.toContain('obligation/nis2/28.1');
    expect(await idsFor('{ sectors: ["sector/nis2/I.1"] }')).toContain('obligation/nis2/21.2.a');
  });

  test('are narrowed by kind, bearer and measure together', async () => {
    expect(await idsFor('{ kinds: [GOVERNANCE], bearers: [MANAGEMENT_BODY] }')).toEqual([
      'obligation/nis2/20.1',
      'obligation/nis2/20.2',
    ]);
    expect(await idsFor('{ measures: ["measure/nis2/21.2.d"], instruments: ["instrument/nis2"] }')).toEqual([
      'obligation/nis2/21.2.d',
      'obligation/nis2/21.3',
    ]);
  });

  test.each([
    ['{ sectors: ["sector/nis2/I.99"] }', 'filter.sectors: there is no "sector/nis2/I.99". Did you mean'],
    ['{ measures: ["21.2.d"] }', 'filter.measures: there is no "21.2.d".'],
    ['{ kinds: [] }', 'filter.kinds is an empty list. Name at least one, or leave it out.'],
    ['{ entityTypes: [] }', 'filter.entityTypes is an empty list.'],
  ])('refuse %s rather than answer with nothing', async (filter, message) => {
    const { errors } = await kobling.ask(`{ obligations(filter: ${filter}) { totalCount } }`);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
