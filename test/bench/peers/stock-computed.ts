import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { CoverageReport } from '../../../src/coverage/coverage.types.js';
import { CoverageResolver } from '../../../src/coverage/coverage.resolver.js';
import { GapAnalysisResolver } from '../../../src/coverage/gap-analysis.resolver.js';
import { GapAnalysis, GapAnalysisInput } from '../../../src/coverage/gap-analysis.types.js';
import { ScopeInput } from '../../../src/coverage/scope.js';
import { loadDataset } from '../../../src/dataset/dataset.graph.js';
import { createRetirementLoader } from '../../../src/dataset/retirement.loader.js';
import { loadLaw } from '../../../src/law/law.graph.js';
import { loadMappings } from '../../../src/mappings/mappings.graph.js';
import { createReferenceIndex } from '../../../src/references/reference-index.js';
import { loadSectors } from '../../../src/sectors/sectors.graph.js';
import { loadStandards } from '../../../src/standards/standards.graph.js';
import type { StockContext } from './stock-rows.js';
import { Pace } from '../../../src/shared/pace.js';

/** Answers that are computed from most of the tables: each request reads those it needs, and computes as Kobling does. */
@Resolver()
export class StockComputedResolver {
  @Query(() => CoverageReport)
  async coverage(
    @Arg('standards', () => [ID]) standards: string[],
    @Arg('scope', () => ScopeInput, { nullable: true }) scope: ScopeInput | null,
    @Ctx() { rows }: StockContext,
  ): Promise<CoverageReport> {
    return new CoverageResolver().coverage(standards, scope, await readTables(rows.manager));
  }

  @Query(() => GapAnalysis)
  async gapAnalysis(
    @Arg('input', () => GapAnalysisInput) input: GapAnalysisInput,
    @Ctx() { rows }: StockContext,
  ): Promise<GapAnalysis> {
    const { release, retirements } = await readTables(rows.manager);
    const references = createReferenceIndex(release);
    return new GapAnalysisResolver().gapAnalysis(input, {
      retirements,
      release: { ...release, references },
      pace: new Pace(),
    });
  }
}

async function readTables(manager: EntityManager) {
  const dataset = await loadDataset(manager);
  const law = await loadLaw(manager);
  const sectors = await loadSectors(manager);
  const standards = await loadStandards(manager, dataset, sectors);
  const mappings = await loadMappings(manager, { law, standards, dataset });
  const node = (id: string) => law.obligations.get(id) ?? standards.clauses.get(id);
  return {
    retirements: createRetirementLoader((work) => work(manager)),
    release: { ...dataset, law, sectors, standards, mappings, node },
  };
}
