import { Args, Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, statusInLanguage, TextStatus, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { UrlScalar } from '../shared/scalars.js';
import { Instrument } from './instrument.entity.js';
import { ProvisionKind, ThresholdComparison, ThresholdUnit } from './law.enums.js';

@ObjectType('Threshold', {
  simpleResolvers: true,
  description: 'A figure that decides, such as 30 minutes of complete unavailability.',
})
export class Threshold {
  @Field(() => ThresholdComparison, { description: 'How an amount is compared with `value`.' })
  comparison!: ThresholdComparison;

  @Field(() => Float, { description: 'The figure.' })
  value!: number;

  @Field(() => ThresholdUnit, { description: 'What is counted.' })
  unit!: ThresholdUnit;

  @Field(() => Boolean, {
    description: 'True for two figures of one provision of which only the lower counts.',
  })
  whicheverIsLower!: boolean;
}

@Entity('provision')
@ObjectType('Provision', {
  implements: Node,
  simpleResolvers: true,
  description: 'A citable place in an instrument: chapter, article, paragraph, point, annex or section.',
})
export class Provision extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('text')
  instrumentId!: string;

  @Field(() => Instrument, { description: 'The legal act it belongs to.' })
  @ManyToOne(() => Instrument)
  @JoinColumn({ name: 'instrumentId' })
  instrument!: Instrument;

  @Field(() => ProvisionKind, { description: 'What kind of place it is.' })
  @Column('text')
  kind!: ProvisionKind;

  /** Number of the article or section it stands in; null for chapters, annexes and what stands in them. */
  @Column('integer', { nullable: true })
  article!: number | null;

  @Column('simple-json')
  citationText!: Text;

  @Field(() => String, {
    description:
      'How to cite it: `Article 21(2)(d)`, in Danish `artikel 21, stk. 2, litra d)`; for acts other than NIS2 with the name of the act.',
  })
  citation(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.citationText, language);
  }

  @Column('simple-json', { nullable: true })
  titleText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'Official title; null where the act prints none (paragraphs and points).',
  })
  title(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.titleText && inLanguage(this.titleText, language);
  }

  @Field(() => TextStatus, {
    nullable: true,
    description: 'Where the wording of `title` comes from; null where there is no title.',
  })
  titleStatus(@Args(() => InLanguage) language: InLanguage): TextStatus | null {
    return this.titleText && statusInLanguage(this.titleText, language);
  }

  @Column('simple-json', { nullable: true })
  summaryText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: "What it says, in the project's own words; not the legal text.",
  })
  summary(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.summaryText && inLanguage(this.summaryText, language);
  }

  @Field(() => [Threshold], {
    description: 'The figures it decides by, all of which must be met; empty where it names none.',
  })
  @Column('simple-json')
  thresholds!: Threshold[];

  @Column('text', { nullable: true })
  parentId!: string | null;

  @Field(() => Provision, {
    nullable: true,
    description: 'The place it stands in; null for chapters and annexes.',
  })
  @ManyToOne(() => Provision, { nullable: true })
  @JoinColumn({ name: 'parentId' })
  parent!: Provision | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'European Legislation Identifier of the article or annex it stands in; ELI goes no deeper.',
  })
  @Column('text', { nullable: true })
  eli!: string | null;
}
