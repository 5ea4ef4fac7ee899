import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { ObligationConnection } from '../law/law.connections.js';
import { DutyBearer, ObligationKind } from '../law/law.enums.js';
import { measuresOf, type NeedsLaw } from '../law/law.graph.js';
import { Obligation } from '../law/obligation.entity.js';
import { nonEmpty } from '../shared/catalogue.js';
import { PageArgs, paginate, type Connection } from '../shared/connections.js';
import { EntityType } from './entity-type.entity.js';
import type { NeedsSectors } from './sectors.graph.js';

@InputType({
  description: 'Narrows a list of obligations. What is left out does not narrow; lists mean any of.',
})
export class ObligationFilter {
  @Field(() => [ID], { nullable: true, description: 'Only of these instruments.' })
  instruments?: string[] | null;

  @Field(() => [ObligationKind], { nullable: true, description: 'Only of these kinds.' })
  kinds?: ObligationKind[] | null;

  @Field(() => [DutyBearer], { nullable: true, description: 'Only those that one of these has to meet.' })
  bearers?: DutyBearer[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only of these measures of Article 21(2), and those that detail them.',
  })
  measures?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only those that fall on one of these entity types.' })
  entityTypes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those that fall on an entity type of one of these sectors.',
  })
  sectors?: string[] | null;
}

@Resolver(() => Obligation)
export class ObligationResolver {
  @Query(() => Obligation, {
    nullable: true,
    description: 'One obligation by id (`obligation/nis2/23.4.a`); null if there is none.',
  })
  obligation(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsLaw): Obligation | undefined {
    return release.law.obligations.get(id);
  }

  @Query(() => ObligationConnection, { description: 'Obligations in the order of the law.' })
  obligations(
    @Arg('filter', () => ObligationFilter, { nullable: true }) filter: ObligationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release }: NeedsLaw & NeedsSectors,
  ): Connection<Obligation> {
    const { obligations } = release.law;
    return paginate(filter ? select(filter, release) : obligations.all, page, obligations);
  }

  @FieldResolver(() => [EntityType], {
    description:
      'The types of entity of Annexes I and II it falls on: all 67 where the law makes no difference between them. A duty of authorities names the types that meet it.',
  })
  entityTypes(@Root() obligation: Obligation, @Ctx() { release }: NeedsSectors): readonly EntityType[] {
    return release.sectors.typesBoundBy(obligation);
  }
}

function select(
  filter: ObligationFilter,
  { law, sectors }: NeedsLaw['release'] & NeedsSectors['release'],
): Obligation[] {
  const instruments =
    filter.instruments && new Set(law.instruments.named(filter.instruments, 'filter.instruments'));
  const measures = filter.measures && new Set(law.measures.named(filter.measures, 'filter.measures'));
  const types =
    filter.entityTypes && new Set(sectors.entityTypes.named(filter.entityTypes, 'filter.entityTypes'));
  const places = filter.sectors && new Set(sectors.sectors.named(filter.sectors, 'filter.sectors'));
  const kinds = filter.kinds && new Set(nonEmpty(filter.kinds, 'filter.kinds'));
  const bearers = filter.bearers && new Set(nonEmpty(filter.bearers, 'filter.bearers'));

  const candidates = instruments ? law.obligationsOf(instruments) : law.obligations.all;
  return candidates.filter(
    (obligation) =>
      (!measures || measuresOf(obligation).some((measure) => measures.has(measure))) &&
      (!kinds || kinds.has(obligation.kind)) &&
      (!bearers || obligation.bearers.some((bearer) => bearers.has(bearer))) &&
      (!types || sectors.typesBoundBy(obligation).some((type) => types.has(type))) &&
      (!places || sectors.typesBoundBy(obligation).some((type) => places.has(type.sector))),
  );
}
