import { Dataset } from './dataset/dataset.entity.js';
import { ReleaseDigest } from './dataset/release-digest.entity.js';
import { Retirement } from './dataset/retirement.entity.js';
import { Source } from './dataset/source.entity.js';
import { Instrument } from './law/instrument.entity.js';
import { Measure } from './law/measure.entity.js';
import { Obligation } from './law/obligation.entity.js';
import { Provision } from './law/provision.entity.js';
import { Topic } from './law/topic.entity.js';
import { Assessment } from './mappings/assessment.entity.js';
import { Mapping } from './mappings/mapping.entity.js';
import { RemainderPart } from './mappings/remainder.entity.js';
import { Authority } from './national/authority.entity.js';
import { Transposition } from './national/transposition.entity.js';
import { LegalRelation } from './relations/legal-relation.entity.js';
import { ReportingStageRule } from './reporting/reporting-stage.entity.js';
import { SearchText } from './search/search-text.entity.js';
import { Synonyms } from './search/synonyms.entity.js';
import { ScopeQuestion, ScopeRule, SizeCeiling } from './scope/scope-rule.entity.js';
import { EntityType } from './sectors/entity-type.entity.js';
import { Sector } from './sectors/sector.entity.js';
import { Subsector } from './sectors/subsector.entity.js';
import { Clause, ClauseRelation } from './standards/clause.entity.js';
import { Standard } from './standards/standard.entity.js';
import { CourseModule } from './training/course-module.entity.js';
import { Course } from './training/course.entity.js';

/** Every table, in an order in which rows can be inserted: what is pointed at comes first. */
export const ENTITIES = [
  Dataset,
  Retirement,
  ReleaseDigest,
  Source,
  Instrument,
  Provision,
  Topic,
  Measure,
  Obligation,
  Sector,
  Subsector,
  EntityType,
  Standard,
  Clause,
  ClauseRelation,
  Mapping,
  Assessment,
  RemainderPart,
  ReportingStageRule,
  LegalRelation,
  Authority,
  Transposition,
  Course,
  CourseModule,
  SearchText,
  Synonyms,
  ScopeRule,
  ScopeQuestion,
  SizeCeiling,
] as const;
