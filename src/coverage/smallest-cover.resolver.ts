import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { NeedsLaw } from '../law/law.graph.js';
import { Obligation } from '../law/obligation.entity.js';
import type { NeedsMappings } from '../mappings/mappings.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { Clause } from '../standards/clause.entity.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import { Coverage } from './coverage.types.js';
import { controlsOf } from './same-control.js';
import { readScope, readStandards, ScopeInput } from './scope.js';
import { smallestCoverOf } from './smallest-cover.js';

@ObjectType('SmallestCover', {
  simpleResolvers: true,
  description:
    'A smallest set of clauses that takes every obligation in scope as far as the standards can take it. None of them can be left out.',
})
export class SmallestCover {
  @Field(() => [Clause], {
    description:
      'The clauses, in the order of the standards; one control written in several of them is named once.',
  })
  clauses!: Clause[];

  @Field(() => [Obligation], { description: 'Obligations that are FULL with them.' })
  covered!: Obligation[];

  @Field(() => [Coverage], {
    description:
      'Obligations that no clauses of these standards make FULL, with their best level and what remains.',
  })
  uncovered!: Coverage[];

  @Field(() => Boolean, {
    description:
      'True if it is proven that no smaller set does it; false if the search stopped at its bound.',
  })
  optimal!: boolean;
}

type Needs = NeedsLaw & NeedsSectors & NeedsStandards & NeedsMappings;

@Resolver()
export class SmallestCoverResolver {
  @Query(() => SmallestCover, {
    description:
      'A smallest set of clauses that reaches, for every obligation in scope, the best level that all clauses of the standards together reach. One clause that covers part of an obligation reaches PARTIAL, so this is a lower bound and no programme of work: `uncovered` says what remains. Exact, by branch and bound.',
  })
  smallestCover(
    @Arg('standards', () => [ID], { description: 'Ids of the editions to choose from, at least one.' })
    standardIds: string[],
    @Arg('scope', () => ScopeInput, { nullable: true, description: 'Whose duties, and which.' })
    input: ScopeInput | null,
    @Ctx() { release }: Needs,
  ): SmallestCover {
    const scope = readScope(input, release);
    const standards = readStandards(standardIds, scope, release);
    return Object.assign(
      new SmallestCover(),
      smallestCoverOf(scope.duties(), standards, release.mappings, controlsOf(release.standards)),
    );
  }
}
