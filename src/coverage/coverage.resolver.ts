import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { NeedsDataset } from '../dataset/dataset.graph.js';
import type { NeedsLaw } from '../law/law.graph.js';
import { Measure } from '../law/measure.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import type { NeedsMappings } from '../mappings/mappings.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import { reportOf } from './coverage-report.js';
import { coverageOf, measureCoverageOf } from './coverage.js';
import { Coverage, CoverageReport, MeasureCoverage } from './coverage.types.js';
import { readScope, readStandards, ScopeInput } from './scope.js';

type Needs = NeedsLaw & NeedsSectors & NeedsStandards & NeedsMappings;

const STANDARDS = {
  description:
    'Ids of the editions in place, at least one. A sector standard counts only in its own sector if the scope names sectors or entity types.',
};
const SCOPE = { nullable: true, description: 'Whose duties, and which.' } as const;

@Resolver()
export class CoverageResolver {
  @Query(() => CoverageReport, {
    description:
      'How far standards cover the duties of the regulated (entities, management bodies, registries, registrars), and what is left.',
  })
  coverage(
    @Arg('standards', () => [ID], STANDARDS) standardIds: string[],
    @Arg('scope', () => ScopeInput, SCOPE) input: ScopeInput | null,
    @Ctx() { release }: Needs & NeedsDataset,
  ): CoverageReport {
    const scope = readScope(input, release);
    const standards = readStandards(standardIds, scope, release);
    const obligations = scope
      .duties()
      .map((obligation) => coverageOf(obligation, standards, release.mappings));
    return reportOf(obligations, standards, release);
  }
}

@Resolver(() => Obligation)
export class ObligationCoverageResolver {
  @FieldResolver(() => Coverage, {
    description:
      'How far standards cover this obligation. Of the scope only sectors and entity types matter here: they decide which sector standards count.',
  })
  coverage(
    @Root() obligation: Obligation,
    @Arg('standards', () => [ID], STANDARDS) standardIds: string[],
    @Arg('scope', () => ScopeInput, SCOPE) input: ScopeInput | null,
    @Ctx() { release }: Needs,
  ): Coverage {
    const standards = readStandards(standardIds, readScope(input, release), release);
    return coverageOf(obligation, standards, release.mappings);
  }
}

@Resolver(() => Measure)
export class MeasureCoverageResolver {
  @FieldResolver(() => MeasureCoverage, {
    description:
      'How far standards cover this measure: its obligations in scope, and the level that follows.',
  })
  coverage(
    @Root() measure: Measure,
    @Arg('standards', () => [ID], STANDARDS) standardIds: string[],
    @Arg('scope', () => ScopeInput, SCOPE) input: ScopeInput | null,
    @Ctx() { release }: Needs,
  ): MeasureCoverage {
    const scope = readScope(input, release);
    const standards = readStandards(standardIds, scope, release);
    const inScope = release.law.obligationsUnder(measure).filter((obligation) => scope.includes(obligation));
    return measureCoverageOf(
      measure,
      inScope.map((obligation) => coverageOf(obligation, standards, release.mappings)),
    );
  }
}
