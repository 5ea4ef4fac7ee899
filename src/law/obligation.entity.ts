import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { DurationScalar } from '../shared/scalars.js';
import { DutyBearer, ENTITY_BEARERS, EntityClass, ObligationKind } from './law.enums.js';
import { Measure } from './measure.entity.js';
import { Provision } from './provision.entity.js';
import { Topic } from './topic.entity.js';

@ObjectType('Deadline', { simpleResolvers: true, description: 'When a duty must be met.' })
export class Deadline {
  @Field(() => DurationScalar, {
    nullable: true,
    description: 'ISO 8601 duration from the trigger (`PT24H`, `P1M`); null where the law sets no figure.',
  })
  duration!: string | null;

  triggerText!: Text;

  @Field(() => String, { description: 'What starts the clock, and what else the law says on time.' })
  trigger(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.triggerText, language);
  }
}

@Entity('obligation')
@ObjectType('Obligation', {
  implements: Node,
  simpleResolvers: true,
  description: 'One duty that a provision lays on a named bearer.',
})
export class Obligation extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => String, { description: 'How to cite where it stands: `Article 23(4)(a)`.' })
  citation(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.provision.citationText, language);
  }

  @Column('simple-json')
  titleText!: Text;

  @Field(() => String, {
    description:
      "Short name of the duty; the project's own, save for the measures, which carry the law's heading.",
  })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Column('simple-json')
  summaryText!: Text;

  @Field(() => String, {
    description: "Who must do what, when and towards whom, in the project's own words.",
  })
  summary(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.summaryText, language);
  }

  @Field(() => ObligationKind, { description: 'What it is about.' })
  @Column('text')
  kind!: ObligationKind;

  @Field(() => [DutyBearer], { description: 'Who has to act.' })
  @Column('simple-json')
  bearers!: DutyBearer[];

  @Field(() => EntityClass, {
    nullable: true,
    description: 'The class of entity it is limited to; null if it makes no difference between the two.',
  })
  @Column('text', { nullable: true })
  entityClass!: EntityClass | null;

  @Field(() => Boolean, {
    description:
      'True if someone regulated has to act: an entity, its management body, a registry or a registrar.',
  })
  get entityFacing(): boolean {
    return this.bearers.some((bearer) => ENTITY_BEARERS.has(bearer));
  }

  @Column('text')
  provisionId!: string;

  @Field(() => Provision, { description: 'The provision that lays it.' })
  @ManyToOne(() => Provision)
  @JoinColumn({ name: 'provisionId' })
  provision!: Provision;

  @Column('text', { nullable: true })
  measureId!: string | null;

  @Field(() => Measure, {
    nullable: true,
    description: 'The measure of Article 21(2) it belongs to, if any.',
  })
  @ManyToOne(() => Measure, { nullable: true })
  @JoinColumn({ name: 'measureId' })
  measure!: Measure | null;

  @Column('simple-json')
  topicIds!: string[];

  @Field(() => [Topic], {
    description:
      'The parts the law names. Several clauses can reach FULL together through them. Empty where the law names none.',
  })
  topics!: readonly Topic[];

  @Column('simple-json', { nullable: true })
  deadlineFacts!: { duration?: string; trigger: Text } | null;

  @Field(() => Deadline, { nullable: true, description: 'Its clock; null where the law sets no time.' })
  deadline!: Deadline | null;

  /** Ids of the entity types it falls on, or `ALL` for every type of Annexes I and II. */
  @Column('simple-json')
  appliesTo!: string[] | 'ALL';

  @Column('simple-json')
  specifiesIds!: string[];

  @Field(() => [Obligation], {
    description: 'The obligations it sets out in detail (an implementing act for its directive).',
  })
  specifies!: readonly Obligation[];

  @Field(() => [Obligation], {
    description: 'The obligations that set this one out in detail. They do not lend it their level.',
  })
  specifiedBy!: readonly Obligation[];
}
