import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { EntityType } from './entity-type.entity.js';
import { Annex, Sector } from './sector.entity.js';
import type { NeedsSectors } from './sectors.graph.js';
import { Subsector } from './subsector.entity.js';

@Resolver(() => Sector)
export class SectorResolver {
  @Query(() => [Sector], { description: 'The sectors of Annexes I and II, in their order.' })
  sectors(
    @Arg('annex', () => Annex, { nullable: true, description: 'Only of this annex.' }) annex: Annex | null,
    @Ctx() { release }: NeedsSectors,
  ): readonly Sector[] {
    const { all } = release.sectors.sectors;
    return annex == null ? all : all.filter((sector) => sector.annex === annex);
  }

  @Query(() => Sector, {
    nullable: true,
    description: 'One sector by id (`sector/nis2/I.1`); null if there is none.',
  })
  sector(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsSectors): Sector | undefined {
    return release.sectors.sectors.get(id);
  }

  @Query(() => EntityType, {
    nullable: true,
    description: 'One entity type by id (`entity-type/nis2/I.1.a.1`); null if there is none.',
  })
  entityType(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsSectors): EntityType | undefined {
    return release.sectors.entityTypes.get(id);
  }

  @FieldResolver(() => [Subsector], { description: 'Its subsectors; empty where the annex has none.' })
  subsectors(@Root() sector: Sector, @Ctx() { release }: NeedsSectors): readonly Subsector[] {
    return release.sectors.subsectorsOf(sector);
  }

  @FieldResolver(() => [EntityType], {
    description: 'The types of entity it lists, those of its subsectors included.',
  })
  entityTypes(@Root() sector: Sector, @Ctx() { release }: NeedsSectors): readonly EntityType[] {
    return release.sectors.typesIn(sector);
  }
}

@Resolver(() => Subsector)
export class SubsectorResolver {
  @FieldResolver(() => [EntityType], { description: 'The types of entity it lists.' })
  entityTypes(@Root() subsector: Subsector, @Ctx() { release }: NeedsSectors): readonly EntityType[] {
    return release.sectors.typesIn(subsector);
  }
}
