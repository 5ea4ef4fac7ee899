import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Instrument } from '../law/instrument.entity.js';
import type { NeedsLaw } from '../law/law.graph.js';
import { Obligation } from '../law/obligation.entity.js';
import { Provision } from '../law/provision.entity.js';
import { badInput } from '../shared/errors.js';
import { nonEmpty } from '../shared/catalogue.js';
import { LegalLink } from './legal-relation.entity.js';
import { RelatedLaw } from './related-law.type.js';
import { relatedLawOf, type NeedsRelations } from './relations.graph.js';

type Needs = NeedsRelations & NeedsLaw;

const LINKS = { nullable: true, description: 'Only these relations.' } as const;
const INSTRUMENTS = { nullable: true, description: 'Only to these acts.' } as const;

@Resolver(() => Provision)
export class ProvisionRelationsResolver {
  @FieldResolver(() => [RelatedLaw], {
    description:
      'Places in other acts that it is related to, by itself or through the nearest place it stands in.',
  })
  related(
    @Root() provision: Provision,
    @Arg('links', () => [LegalLink], LINKS) links: LegalLink[] | null,
    @Arg('instruments', () => [ID], INSTRUMENTS) instruments: string[] | null,
    @Ctx() { release }: Needs,
  ): RelatedLaw[] {
    return relatedLawOf(provision, release.relations).filter(matcherOf(links, instruments, release));
  }
}

@Resolver(() => Instrument)
export class InstrumentRelationsResolver {
  @FieldResolver(() => [RelatedLaw], { description: 'Other acts that it is related to as a whole.' })
  related(
    @Root() instrument: Instrument,
    @Arg('links', () => [LegalLink], LINKS) links: LegalLink[] | null,
    @Arg('instruments', () => [ID], INSTRUMENTS) instruments: string[] | null,
    @Ctx() { release }: Needs,
  ): RelatedLaw[] {
    return release.relations.ofInstrument(instrument).filter(matcherOf(links, instruments, release));
  }
}

@Resolver(() => Obligation)
export class ObligationRelationsResolver {
  @FieldResolver(() => [RelatedLaw], {
    description:
      'Places in other acts that the provision laying this duty is related to; see `Provision.related`.',
  })
  related(
    @Root() { provision }: Obligation,
    @Arg('links', () => [LegalLink], LINKS) links: LegalLink[] | null,
    @Arg('instruments', () => [ID], INSTRUMENTS) instruments: string[] | null,
    @Ctx() { release }: Needs,
  ): RelatedLaw[] {
    return relatedLawOf(provision, release.relations).filter(matcherOf(links, instruments, release));
  }

  @FieldResolver(() => [RelatedLaw], {
    description:
      'Where this duty stands in national law: what transposes its provision. For an act that applies directly, where what it details is transposed. Empty where the duty has no counterpart there; an error for a country whose law is not held.',
  })
  inNationalLaw(
    @Root() obligation: Obligation,
    @Arg('country', () => String, { description: 'ISO 3166-1 code of the Member State: `DK`.' })
    country: string,
    @Ctx() { release }: Needs,
  ): RelatedLaw[] {
    const held = new Set(release.law.instruments.all.flatMap((act) => act.country ?? []));
    if (!held.has(country)) {
      throw badInput(
        `country: the law of ${JSON.stringify(country)} is not held. Known: ${[...held].join(', ')}.`,
        {
          argument: 'country',
          value: country,
          suggestions: [...held],
        },
      );
    }
    const places = [obligation, ...obligation.specifies].map(({ provision }) => provision);
    const found = places.flatMap((provision) => relatedLawOf(provision, release.relations));
    return found.filter(
      ({ link, inverse, instrument }) =>
        link === LegalLink.TRANSPOSES && inverse && instrument.country === country,
    );
  }
}

function matcherOf(
  links: LegalLink[] | null,
  instrumentIds: string[] | null,
  { law }: NeedsLaw['release'],
): (related: RelatedLaw) => boolean {
  const wanted = links && new Set(nonEmpty(links, 'links'));
  const acts = instrumentIds && new Set(law.instruments.named(instrumentIds, 'instruments'));
  return ({ link, instrument }) => (!wanted || wanted.has(link)) && (!acts || acts.has(instrument));
}
