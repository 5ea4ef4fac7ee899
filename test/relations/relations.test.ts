import { describe, expect, test } from '@jest/globals';
import { LegalLink } from '../../src/relations/legal-relation.entity.js';
import { relatedLawOf } from '../../src/relations/relations.graph.js';
import type { RelationsSeed } from '../../src/seeding/seed-shapes.js';
import { useKobling } from '../support/kobling.js';
import { problemsAfter } from '../support/seeds.js';

const kobling = useKobling();

describe('national law', () => {
  test('is reached from the obligation, at the number of § 6 that is its letter', async () => {
    const letters = [...'abcdefghij'];
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Obligation { inNationalLaw(country: "DK") { link inverse instrument { id } provision { id citation(language: DA) } sources { source { id } } } } } }`;
    const { data, errors } = await kobling.ask(query, {
      ids: letters.map((letter) => `obligation/nis2/21.2.${letter}`),
    });
    expect(errors).toBeUndefined();
    const acts = (
      data.nodes as {
        inNationalLaw: { instrument: { id: string }; provision: { id: string }; sources: unknown[] }[];
      }[]
    ).map(({ inNationalLaw }) => {
      for (const { sources } of inNationalLaw) expect(sources.length).toBeGreaterThan(0);
      return inNationalLaw
        .filter(({ instrument }) => instrument.id === 'instrument/dk-nis2')
        .map(({ provision }) => provision.id);
    });
    expect(acts).toEqual(letters.map((_, index) => [`provision/dk-nis2/6.1.${index + 1}`]));
  });

  test('is reached for every duty on entities, or the duty is known to have none there', () => {
    const { law, relations } = kobling.release;
    const missing = law.obligations.all
      .filter(({ entityFacing, provision }) => entityFacing && provision.instrument.id === 'instrument/nis2')
      .filter(
        ({ provision }) =>
          !relatedLawOf(provision, relations).some(
            ({ link, inverse, instrument }) =>
              link === LegalLink.TRANSPOSES && inverse && instrument.country === 'DK',
          ),
      )
      .map(({ id }) => id);
    expect(missing).toEqual(['obligation/nis2/2.14', 'obligation/nis2/26.4', 'obligation/nis2/32.6']);
  });

  test('of a state that is not held is an error, never an empty list', async () => {
    const { errors } = await kobling.ask(
      '{ obligation(id: "obligation/nis2/20.1") { inNationalLaw(country: "SE") { link } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: 'country: the law of "SE" is not held. Known: DK.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('a relation between acts', () => {
  test('is seen from both its ends', () => {
    const { law, relations } = kobling.release;
    const of = law.provisions.all.flatMap((provision) =>
      relations.ofProvision(provision).map((related) => ({ provision, related })),
    );
    expect(of.length).toBeGreaterThan(500);
    for (const { provision, related } of of) {
      const other = related.provision
        ? relations.ofProvision(related.provision)
        : relations.ofInstrument(related.instrument);
      expect(
        other.some(
          (back) =>
            back.inverse !== related.inverse && back.link === related.link && back.provision === provision,
        ),
      ).toBe(true);
    }
  });

  test('can be narrowed by kind and act, and refuses an act that does not exist', async () => {
    const ask = (args: string) =>
      kobling.ask(
        `{ provision(id: "provision/nis2/21.2.d") { related(${args}) { link instrument { id } } } }`,
      );
    const { data } = await ask('links: [TRANSPOSES], instruments: ["instrument/dk-nis2"]');
    expect(data.provision.related).toEqual([
      { link: 'TRANSPOSES', instrument: { id: 'instrument/dk-nis2' } },
    ]);
    expect((await ask('instruments: ["instrument/dk-nis3"]')).errors?.[0]?.message).toContain(
      'instruments: there is no "instrument/dk-nis3". Did you mean instrument/dk-nis2',
    );
    expect((await ask('links: []')).errors?.[0]?.message).toContain('links is an empty list');
  });

  test('cannot lead to a place that does not exist', async () => {
    const problems = await problemsAfter<RelationsSeed>(
      'law/relations/dk-transposition.json',
      ({ relations }) => {
        const [relation] = relations;
        if (relation) relation.to = 'nis2/21.2.z';
      },
    );
    expect(problems).toEqual([
      expect.stringContaining('to points at provision/nis2/21.2.z, which does not exist. Did you mean'),
    ]);
  });
});
