import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { nonEmpty } from '../shared/catalogue.js';
import { PageArgs, paginate, type Connection } from '../shared/connections.js';
import { badInput } from '../shared/errors.js';
import { ProvisionConnection } from './law.connections.js';
import { ProvisionKind } from './law.enums.js';
import type { NeedsLaw } from './law.graph.js';
import { Obligation } from './obligation.entity.js';
import { Provision } from './provision.entity.js';

@InputType({ description: 'Narrows a list of provisions. What is left out does not narrow.' })
export class ProvisionFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this instrument (`instrument/nis2`).' })
  instrument?: string | null;

  @Field(() => [ProvisionKind], { nullable: true, description: 'Only of these kinds.' })
  kinds?: ProvisionKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only of the article with this number, itself and everything in it.',
  })
  article?: number | null;
}

@Resolver(() => Provision)
export class ProvisionResolver {
  @Query(() => Provision, {
    nullable: true,
    description: 'One provision by id (`provision/nis2/21.2.d`); null if there is none.',
  })
  provision(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsLaw): Provision | undefined {
    return release.law.provisions.get(id);
  }

  @Query(() => ProvisionConnection, { description: 'Provisions in the order of the act.' })
  provisions(
    @Arg('filter', () => ProvisionFilter, { nullable: true }) filter: ProvisionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { release: { law } }: NeedsLaw,
  ): Connection<Provision> {
    const [instrument] =
      filter?.instrument == null ? [] : law.instruments.named([filter.instrument], 'filter.instrument');
    const inScope = instrument ? law.provisionsOf(instrument) : law.provisions.all;
    const article = filter?.article;
    if (article != null && !inScope.some((provision) => provision.article === article)) {
      throw badInput(`filter.article: there is no Article ${article}.`, {
        argument: 'filter.article',
        value: article,
      });
    }
    const kinds = filter?.kinds && new Set(nonEmpty(filter.kinds, 'filter.kinds'));
    const found = inScope.filter(
      (provision) =>
        (!kinds || kinds.has(provision.kind)) && (article == null || provision.article === article),
    );
    return paginate(found, page, law.provisions);
  }

  @FieldResolver(() => [Provision], {
    description:
      'The places directly in it: articles of a chapter, paragraphs of an article, points of a paragraph.',
  })
  children(@Root() provision: Provision, @Ctx() { release }: NeedsLaw): readonly Provision[] {
    return release.law.childrenOf(provision);
  }

  @FieldResolver(() => [Obligation], {
    description: 'The duties it lays itself; those of its parts are on `children`.',
  })
  obligations(@Root() provision: Provision, @Ctx() { release }: NeedsLaw): readonly Obligation[] {
    return release.law.obligationsAt(provision);
  }
}
