import { Arg, Ctx, Extensions, Query, Resolver } from 'type-graphql';
import { checkReferences } from '../references/resolution.resolver.js';
import { ABOUT_CALLER } from '../shared/about-caller.js';
import type { NeedsPace } from '../shared/pace.js';
import { analyseGaps, type NeedsGapAnalysis } from './gap-analysis.js';
import { GapAnalysis, GapAnalysisInput } from './gap-analysis.types.js';

@Resolver()
export class GapAnalysisResolver {
  @Extensions(ABOUT_CALLER)
  @Query(() => GapAnalysis, {
    description:
      'What an organisation covers with the clauses it has in place, what is left, and which clauses would help most. Computed from the current editions; stateless: nothing of the input is stored or logged. Adding a clause never lowers a level.',
  })
  async gapAnalysis(
    @Arg('input', () => GapAnalysisInput, { description: 'What is in place, and the scope.' })
    input: GapAnalysisInput,
    @Ctx() { release, pace }: NeedsGapAnalysis & NeedsPace,
  ): Promise<GapAnalysis> {
    if (input.implemented.length > 0)
      checkReferences(
        input.implemented.map(({ reference }) => reference),
        'input.implemented',
      );
    return pace.turn(() => analyseGaps(input, release, pace));
  }
}
