import { Args, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Obligation } from '../law/obligation.entity.js';
import { Authority } from '../national/authority.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { DateTimeScalar } from '../shared/scalars.js';
import { ReportingStageKind } from './reporting-stage.entity.js';

@InputType({ description: 'What is known of a significant incident. Nothing of it is kept.' })
export class ReportingTimelineInput {
  @Field(() => DateTimeScalar, {
    description: 'When the entity became aware of it: the start of all hour clocks.',
  })
  becameAwareAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the incident notification was submitted: the start of the month to the final report.',
  })
  notificationSubmittedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the incident had been handled.' })
  incidentHandledAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was still ongoing when the final report would have been due. Left out, the dates decide where they can.',
  })
  ongoing?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it affects the trust services of a trust service provider: 24 hours instead of 72.',
  })
  trustServiceAffected?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Time zone by its IANA name (`Europe/Copenhagen`), in which a month is counted; UTC if left out.',
  })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 code of the Member State with jurisdiction (`DK`), to name the authorities.',
  })
  country?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Entity types of the entity, to name the authorities of its sector; goes with `country`.',
  })
  entityTypes?: string[] | null;
}

@ObjectType('ReportingStage', { simpleResolvers: true, description: 'One message of Article 23(4).' })
export class ReportingStage {
  @Field(() => ReportingStageKind, { description: 'Which message.' })
  kind!: ReportingStageKind;

  @Field(() => Obligation, { description: 'The duty to send it.' })
  obligation!: Obligation;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Latest moment, in UTC; null where the law sets no time or its start is not known: `basis` says which.',
  })
  dueAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same moment as the clocks of the time zone show it, with their offset.',
  })
  dueAtLocal!: string | null;

  basisText!: Text;

  @Field(() => String, { description: 'Where the time comes from, or why there is none.' })
  basis(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.basisText, language);
  }

  contentTexts!: Text[];

  @Field(() => [String], { description: "What it must say, in the project's own words." })
  content(@Args(() => InLanguage) language: InLanguage): string[] {
    return this.contentTexts.map((text) => inLanguage(text, language));
  }

  @Field(() => Boolean, {
    description: 'False for what is only sent on request, or only if a condition comes true.',
  })
  mandatory!: boolean;

  recipientText!: Text;

  @Field(() => String, { description: 'To whom it goes, by the directive.' })
  recipient(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.recipientText, language);
  }

  @Field(() => [Authority], {
    description:
      'Competent authorities of the country for the entity types given; empty if none were given. How to reach them is in `obligation { inNationalLaw }`.',
  })
  authorities!: readonly Authority[];
}

@ObjectType('ReportingTimeline', {
  simpleResolvers: true,
  description: 'The messages after a significant incident, in the order in which they fall due.',
})
export class ReportingTimeline {
  @Field(() => [ReportingStage], { description: 'The messages.' })
  stages!: ReportingStage[];
}
