import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, paginate, type Connection } from '../shared/connections.js';
import { Instrument } from './instrument.entity.js';
import { ProvisionConnection } from './law.connections.js';
import type { NeedsLaw } from './law.graph.js';
import type { Provision } from './provision.entity.js';

@Resolver(() => Instrument)
export class InstrumentResolver {
  @Query(() => [Instrument], { description: 'All legal acts in the release.' })
  instruments(@Ctx() { release }: NeedsLaw): readonly Instrument[] {
    return release.law.instruments.all;
  }

  @Query(() => Instrument, {
    nullable: true,
    description: 'One legal act by id (`instrument/nis2`); null if there is none.',
  })
  instrument(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsLaw): Instrument | undefined {
    return release.law.instruments.get(id);
  }

  @FieldResolver(() => ProvisionConnection, { description: 'Its provisions in the order of the act.' })
  provisions(
    @Root() instrument: Instrument,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: NeedsLaw,
  ): Connection<Provision> {
    return paginate(release.law.provisionsOf(instrument), page, release.law.provisions);
  }
}
