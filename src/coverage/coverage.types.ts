import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Dataset } from '../dataset/dataset.entity.js';
import { Measure } from '../law/measure.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { Topic } from '../law/topic.entity.js';
import { Assessment } from '../mappings/assessment.entity.js';
import { Mapping } from '../mappings/mapping.entity.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { RemainderPart } from '../mappings/remainder.entity.js';
import { InLanguage, inLanguage } from '../shared/language.js';
import { Standard } from '../standards/standard.entity.js';

@ObjectType('Coverage', {
  simpleResolvers: true,
  description: 'How far a set of standards covers one obligation: computed from judged edges.',
})
export class Coverage {
  @Field(() => Obligation, { description: 'The duty.' })
  obligation!: Obligation;

  @Field(() => [Standard], {
    description:
      'The standards that count here: those asked for, less sector standards outside their sector.',
  })
  standards!: readonly Standard[];

  @Field(() => CoverageLevel, {
    description:
      'FULL if one edge covers it, or the topics of several add up to all; PARTIAL if any edge covers a part; NONE if it was judged and nothing covers; UNASSESSED if nobody looked.',
  })
  level!: CoverageLevel;

  @Field(() => [Topic], { description: 'Topics of the obligation that clauses fully answer.' })
  topicsCovered!: Topic[];

  @Field(() => [Topic], { description: 'Topics that no clause fully answers.' })
  topicsMissing!: Topic[];

  @Field(() => [Mapping], { description: 'The edges it is computed from, judged and inherited.' })
  mappings!: Mapping[];

  @Field(() => [Assessment], {
    description: 'Recorded verdicts that nothing in one of the standards covers it.',
  })
  assessments!: Assessment[];

  @Field(() => [Standard], {
    description:
      'Standards of the set that nobody has judged for this obligation. While there are any, more may turn out to be covered.',
  })
  get unassessedStandards(): Standard[] {
    return this.standards.filter((standard) => !this.assessedStandards.has(standard));
  }

  assessedStandards!: ReadonlySet<Standard>;

  remainderParts!: RemainderPart[];

  @Field(() => String, {
    nullable: true,
    description:
      'What NIS2 still asks for with these standards in place. Null if nothing (FULL), or if nobody looked (UNASSESSED).',
  })
  remainder(@Args(() => InLanguage) language: InLanguage): string | null {
    if (this.remainderParts.length === 0) return null;
    return this.remainderParts.map(({ text }) => inLanguage(text, language)).join(' ');
  }
}

@ObjectType({ simpleResolvers: true })
export abstract class CoverageTally {
  @Field(() => Int, { description: 'How many obligations are FULL.' })
  full!: number;

  @Field(() => Int, { description: 'How many obligations are PARTIAL.' })
  partial!: number;

  @Field(() => Int, { description: 'How many obligations are NONE.' })
  none!: number;

  @Field(() => Int, { description: 'How many obligations are UNASSESSED.' })
  unassessed!: number;
}

@ObjectType('MeasureCoverage', {
  simpleResolvers: true,
  description: 'How far a set of standards covers a measure of Article 21(2).',
})
export class MeasureCoverage extends CoverageTally {
  @Field(() => Measure, { description: 'The measure.' })
  measure!: Measure;

  @Field(() => CoverageLevel, {
    description: 'FULL, NONE or UNASSESSED if all its obligations are; otherwise PARTIAL.',
  })
  level!: CoverageLevel;

  @Field(() => [Coverage], { description: 'Its obligations in scope, one by one.' })
  obligations!: readonly Coverage[];
}

@ObjectType('CoverageReport', {
  simpleResolvers: true,
  description: 'How far a set of standards covers the duties of the regulated in a scope.',
})
export class CoverageReport extends CoverageTally {
  @Field(() => Dataset, { description: 'The release it was computed from.' })
  dataset!: Dataset;

  @Field(() => [Standard], { description: 'The standards that count in this scope.' })
  standards!: readonly Standard[];

  @Field(() => Int, { description: 'How many obligations are in scope.' })
  total!: number;

  @Field(() => [MeasureCoverage], {
    description: 'By measure of Article 21(2), for measures with an obligation in scope.',
  })
  measures!: MeasureCoverage[];

  @Field(() => [Coverage], { description: 'By obligation, in the order of the law.' })
  obligations!: readonly Coverage[];

  @Field(() => String, { description: 'What the answer is not.' })
  disclaimer(@Args(() => InLanguage) language: InLanguage): string {
    return this.dataset.disclaimer(language);
  }
}
