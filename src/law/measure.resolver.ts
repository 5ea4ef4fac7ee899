import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { NeedsLaw } from './law.graph.js';
import { Measure } from './measure.entity.js';
import { Obligation } from './obligation.entity.js';

@Resolver(() => Measure)
export class MeasureResolver {
  @Query(() => [Measure], { description: 'The ten measures of NIS2 Article 21(2), (a) to (j).' })
  measures(@Ctx() { release }: NeedsLaw): readonly Measure[] {
    return release.law.measures.all;
  }

  @Query(() => Measure, {
    nullable: true,
    description: 'One measure by id (`measure/nis2/21.2.d`); null if there is none.',
  })
  measure(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsLaw): Measure | undefined {
    return release.law.measures.get(id);
  }

  @FieldResolver(() => [Obligation], {
    description: 'The duties that belong to it, then those of other acts that set it out in detail.',
  })
  obligations(@Root() measure: Measure, @Ctx() { release }: NeedsLaw): readonly Obligation[] {
    return release.law.obligationsUnder(measure);
  }
}
