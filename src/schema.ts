import { isAbstractType, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import {
  CoverageResolver,
  MeasureCoverageResolver,
  ObligationCoverageResolver,
} from './coverage/coverage.resolver.js';
import { meterAnswers } from './http/answer-meter.js';
import { DatasetResolver } from './dataset/dataset.resolver.js';
import { CrosswalkResolver } from './coverage/crosswalk.resolver.js';
import { GapAnalysisResolver } from './coverage/gap-analysis.resolver.js';
import { SmallestCoverResolver } from './coverage/smallest-cover.resolver.js';
import { DatasetDiffResolver } from './dataset/dataset-diff.resolver.js';
import { callResolversDirectly } from './execution/direct-resolvers.js';
import { Retirement } from './dataset/retirement.entity.js';
import { InstrumentResolver } from './law/instrument.resolver.js';
import { MeasureResolver } from './law/measure.resolver.js';
import { ProvisionResolver } from './law/provision.resolver.js';
import { Topic } from './law/topic.entity.js';
import {
  ClauseMappingsResolver,
  MappingResolver,
  MeasureMappingsResolver,
  ObligationMappingsResolver,
} from './mappings/mappings.resolver.js';
import {
  EntityTypeAuthoritiesResolver,
  InstrumentTranspositionsResolver,
  NationalResolver,
} from './national/national.resolver.js';
import {
  InstrumentRelationsResolver,
  ObligationRelationsResolver,
  ProvisionRelationsResolver,
} from './relations/relations.resolver.js';
import { ResolutionResolver } from './references/resolution.resolver.js';
import { ReportingResolver } from './reporting/reporting.resolver.js';
import { SearchResolver } from './search/search.resolver.js';
import { ScopeResolver } from './scope/scope.resolver.js';
import { typeNameOf } from './shared/node.js';
import { ObligationResolver } from './sectors/obligation.resolver.js';
import { SectorResolver, SubsectorResolver } from './sectors/sectors.resolver.js';
import { ClauseResolver, SectorStandardsResolver, StandardResolver } from './standards/standards.resolver.js';
import { CourseOutlineResolver } from './training/course-outline.resolver.js';
import { CoursesResolver } from './training/courses.resolver.js';

/** The schema that is served. */
export async function createSchema(): Promise<GraphQLSchema> {
  return meterAnswers(callResolversDirectly(await createPlainSchema()));
}

/** As type-graphql makes it: every resolver is named here, nothing is found by magic. */
export async function createPlainSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      DatasetResolver,
      DatasetDiffResolver,
      InstrumentResolver,
      ProvisionResolver,
      MeasureResolver,
      ObligationResolver,
      SectorResolver,
      SubsectorResolver,
      ProvisionRelationsResolver,
      InstrumentRelationsResolver,
      ObligationRelationsResolver,
      NationalResolver,
      EntityTypeAuthoritiesResolver,
      InstrumentTranspositionsResolver,
      StandardResolver,
      ClauseResolver,
      SectorStandardsResolver,
      MappingResolver,
      ObligationMappingsResolver,
      MeasureMappingsResolver,
      ClauseMappingsResolver,
      ResolutionResolver,
      SearchResolver,
      CoverageResolver,
      GapAnalysisResolver,
      SmallestCoverResolver,
      CrosswalkResolver,
      ReportingResolver,
      CoursesResolver,
      CourseOutlineResolver,
      ScopeResolver,
      ObligationCoverageResolver,
      MeasureCoverageResolver,
    ],
    // Reached only through the Node interface, so no resolver names them.
    orphanedTypes: [Retirement, Topic],
    validate: false,
  });
  // type-graphql makes every resolveType a promise; a compiled operation needs the name at once.
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = typeNameOf;
  return schema;
}
