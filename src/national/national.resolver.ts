import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Instrument } from '../law/instrument.entity.js';
import { EntityType } from '../sectors/entity-type.entity.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { nonEmpty } from '../shared/catalogue.js';
import { badInput } from '../shared/errors.js';
import { Authority } from './authority.entity.js';
import type { NeedsNational } from './national.graph.js';
import { Transposition } from './transposition.entity.js';

const COUNTRY = { description: 'ISO 3166-1 code of the Member State: `DK`.' };

@Resolver()
export class NationalResolver {
  @Query(() => [Authority], {
    description:
      'Competent authorities of a Member State, those responsible for any of the entity types if some are named. Empty for a type that no rule held here gives to an authority; an error for a Member State whose authorities are not held.',
  })
  authorities(
    @Arg('country', () => String, COUNTRY) country: string,
    @Arg('entityTypes', () => [ID], {
      nullable: true,
      description: 'Only those responsible for one of these types.',
    })
    typeIds: string[] | null,
    @Ctx() { release }: NeedsNational & NeedsSectors,
  ): readonly Authority[] {
    const { authorities } = release.national;
    checkCountry(country, authorities.all);
    const types = typeIds && new Set(release.sectors.entityTypes.named(typeIds, 'entityTypes'));
    return authorities.all.filter(
      (authority) =>
        authority.country === country &&
        (!types || authority.fields.some((field) => field.entityTypes.some((type) => types.has(type)))),
    );
  }
}

@Resolver(() => EntityType)
export class EntityTypeAuthoritiesResolver {
  @FieldResolver(() => [Authority], {
    description:
      'The authorities of a Member State that are responsible for this type, wholly or in part; an error for a Member State whose authorities are not held.',
  })
  authorities(
    @Root() type: EntityType,
    @Arg('country', () => String, COUNTRY) country: string,
    @Ctx() { release }: NeedsNational,
  ): readonly Authority[] {
    checkCountry(country, release.national.authorities.all);
    return release.national.authoritiesFor(type, country);
  }
}

@Resolver(() => Instrument)
export class InstrumentTranspositionsResolver {
  @FieldResolver(() => [Transposition], {
    description:
      'How far the Member States have taken it into national law. Empty for an act that needs no transposition, or of which nothing is recorded.',
  })
  transpositions(
    @Root() instrument: Instrument,
    @Arg('countries', () => [String], {
      nullable: true,
      description: 'Only these Member States, by ISO 3166-1 code.',
    })
    countries: string[] | null,
    @Ctx() { release }: NeedsNational,
  ): readonly Transposition[] {
    const all = release.national.transpositions.all;
    const wanted = countries && new Set(nonEmpty(countries, 'countries'));
    for (const country of wanted ?? []) checkCountry(country, all);
    return all.filter(
      (transposition) =>
        transposition.instrument === instrument && (!wanted || wanted.has(transposition.country)),
    );
  }
}

/** A country of which nothing is held is an error: an empty list would read as "nobody is responsible". */
function checkCountry(country: string, records: readonly { country: string }[]): void {
  const held = [...new Set(records.map((record) => record.country))];
  if (held.includes(country)) return;
  throw badInput(`country: nothing is held for ${JSON.stringify(country)}. Known: ${held.join(', ')}.`, {
    argument: 'country',
    value: country,
    suggestions: held,
  });
}
