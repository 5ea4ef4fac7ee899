import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Obligation } from '../law/obligation.entity.js';
import { Resolution } from '../references/resolution.resolver.js';
import { Clause } from '../standards/clause.entity.js';
import { Coverage, CoverageReport } from './coverage.types.js';
import { ScopeInput } from './scope.js';

export enum ImplementationStatus {
  IMPLEMENTED = 'IMPLEMENTED',
  PARTIAL = 'PARTIAL',
  PLANNED = 'PLANNED',
  NOT_IMPLEMENTED = 'NOT_IMPLEMENTED',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}
registerEnumType(ImplementationStatus, {
  name: 'ImplementationStatus',
  description: 'What an organisation says of a clause, as in a Statement of Applicability.',
  valuesConfig: {
    IMPLEMENTED: { description: 'In place: gives coverage.' },
    PARTIAL: { description: 'In place in part: gives at most PARTIAL, and answers no topic.' },
    PLANNED: { description: 'Not yet in place: gives none.' },
    NOT_IMPLEMENTED: { description: 'Not in place: gives none.' },
    NOT_APPLICABLE: { description: 'Excluded: gives none. The obligation stays.' },
  },
});

@InputType({ description: 'A clause and what an organisation says of it.' })
export class ImplementedClauseInput {
  @Field(() => String, { description: 'The clause as people write it; see `resolve`.' })
  reference!: string;

  @Field(() => ImplementationStatus, {
    description: 'What is said of it. Of a clause that is named twice the status that gives more counts.',
  })
  status!: ImplementationStatus;
}

@InputType({
  description: 'What an organisation has, and whose duties it is held against. Nothing of it is kept.',
})
export class GapAnalysisInput {
  @Field(() => [ImplementedClauseInput], {
    description:
      'What is in place, at most 500. One control of ISO/IEC 27001 Annex A counts for the same control of ISO/IEC 27002 and its sector standards, and the other way round. May be empty: then everything is a gap.',
  })
  implemented!: ImplementedClauseInput[];

  @Field(() => ScopeInput, { nullable: true, description: 'Whose duties, and which.' })
  scope?: ScopeInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many clauses `next` names: 0 to 100, 10 if left out.',
  })
  next?: number | null;
}

@ObjectType('ClauseRecommendation', {
  simpleResolvers: true,
  description: 'A clause that is not in place and what it would do.',
})
export class ClauseRecommendation {
  @Field(() => Clause, {
    description: 'The clause; where one control stands in several standards, the requirement.',
  })
  clause!: Clause;

  @Field(() => [Obligation], { description: 'Obligations that become FULL with it.' })
  closes!: Obligation[];

  @Field(() => [Obligation], {
    description: 'Obligations whose level rises short of FULL, or of which it answers a further topic.',
  })
  improves!: Obligation[];
}

@ObjectType('GapAnalysis', {
  simpleResolvers: true,
  description: 'What an organisation covers with what it has, what is left, and what would help most.',
})
export class GapAnalysis {
  @Field(() => CoverageReport, {
    description:
      'Coverage of every obligation in scope by what is in place. NONE: judged, and nothing in place covers it.',
  })
  report!: CoverageReport;

  @Field(() => [Coverage], { description: 'The obligations that are not FULL, in the order of the law.' })
  gaps!: Coverage[];

  @Field(() => [ClauseRecommendation], {
    description: 'Clauses that close most obligations, then those that improve most; ties by id.',
  })
  next!: ClauseRecommendation[];

  @Field(() => [Resolution], {
    description:
      'References that name no clause of a current edition, in the order given, with what may be meant.',
  })
  unknown!: Resolution[];
}
