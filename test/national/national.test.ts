import { describe, expect, test } from '@jest/globals';
import { problemsAfter } from '../support/seeds.js';
import { useKobling } from '../support/kobling.js';
import type { AuthoritiesSeed } from '../../src/seeding/seed-shapes.js';

const kobling = useKobling();

describe('the authorities of a Member State', () => {
  test('are found from an entity type, with the rule that gives them the field', async () => {
    const { data, errors } = await kobling.ask(
      `{ entityType(id: "entity-type/nis2/I.6.1") { authorities(country: "DK") { name(language: DA) nameStatus(language: DA) fields { provision { citation(language: DA) } whole entityTypes { id } } sources { source { id } } } } }`,
    );
    expect(errors).toBeUndefined();
    const [authority, ...others] = data.entityType.authorities;
    expect(others).toEqual([]);
    expect(authority).toMatchObject({ name: 'Miljøstyrelsen', nameStatus: 'OFFICIAL' });
    expect(JSON.stringify(authority.fields)).toContain('§ 11');
    expect(authority.sources.length).toBeGreaterThan(0);
  });

  test('together answer for every sector; a type that none answers for is told by an empty list', async () => {
    const { sectors, national } = kobling.release;
    const without = sectors.entityTypes.all.filter(
      (type) => national.authoritiesFor(type, 'DK').length === 0,
    );
    // Every sector has somebody in Denmark.
    const covered = new Set(
      sectors.entityTypes.all.filter((type) => !without.includes(type)).map(({ sector }) => sector.id),
    );
    expect(covered.size).toBe(18);
    const { data } = await kobling.ask('{ authorities(country: "DK") { id country } }');
    expect(data.authorities.length).toBeGreaterThan(8);
  });

  test.each([
    ['{ authorities(country: "SE") { id } }', 'country: nothing is held for "SE". Known: DK.'],
    [
      '{ authorities(country: "DK", entityTypes: ["entity-type/nis2/I.99"]) { id } }',
      'entityTypes: there is no',
    ],
    [
      '{ entityType(id: "entity-type/nis2/I.8.4") { authorities(country: "dk") { id } } }',
      'nothing is held for "dk"',
    ],
  ])('of a state or type that is not known are an error: %s', async (query, message) => {
    const { errors } = await kobling.ask(query);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('cannot point at a sector or a rule that does not exist', async () => {
    const problems = await problemsAfter<AuthoritiesSeed>(
      'national/dk-authorities.json',
      ({ authorities }) => {
        const field = authorities[0]?.fields[0];
        if (field) Object.assign(field, { provision: 'dk-620-2025/99', sectors: ['nis2/I.99'] });
      },
    );
    expect(problems).toHaveLength(2);
    expect(problems.join()).toContain('provision/dk-620-2025/99, which does not exist');
  });
});

describe('the transposition of a directive', () => {
  test('is told for all 27 Member States, with what it rests on', async () => {
    const { data, errors } = await kobling.ask(
      '{ instrument(id: "instrument/nis2") { transpositions { country status confidence basis da: basis(language: DA) asOf act proceedings { step on } sources { source { id } } } } }',
    );
    expect(errors).toBeUndefined();
    const all = data.instrument.transpositions as {
      country: string;
      status: string;
      basis: string;
      da: string;
      proceedings: { step: string }[];
      sources: unknown[];
    }[];
    expect(new Set(all.map(({ country }) => country)).size).toBe(27);
    expect(all.filter(({ status }) => status === 'NOT_TRANSPOSED').map(({ country }) => country)).toEqual([
      'FR',
      'IE',
      'ES',
    ]);
    const count = (step: string) =>
      all.filter(({ proceedings }) => proceedings.some((one) => one.step === step)).length;
    expect([count('LETTER_OF_FORMAL_NOTICE'), count('REASONED_OPINION'), count('REFERRAL_TO_COURT')]).toEqual(
      [23, 19, 4],
    );
    for (const { basis, da, sources } of all) {
      expect(da).not.toBe(basis);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  test('by a state that is none is an error', async () => {
    const { errors } = await kobling.ask(
      '{ instrument(id: "instrument/nis2") { transpositions(countries: ["XX"]) { country } } }',
    );
    expect(errors?.[0]?.message).toContain('nothing is held for "XX"');
  });
});
