import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, statusInLanguage, TextStatus, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Standard } from './standard.entity.js';
import { ClauseKind, ClauseLink, LinkBasis, Verification } from './standards.enums.js';

@ObjectType('ControlAttributes', {
  simpleResolvers: true,
  description:
    'The five attribute sets that ISO/IEC 27002 gives each control. Values as printed, without the leading `#`.',
})
export class ControlAttributes {
  @Field(() => [String], { description: 'Preventive, Detective, Corrective.' })
  controlTypes!: string[];

  @Field(() => [String], { description: 'Confidentiality, Integrity, Availability.' })
  informationSecurityProperties!: string[];

  @Field(() => [String], { description: 'Identify, Protect, Detect, Respond, Recover.' })
  cybersecurityConcepts!: string[];

  @Field(() => [String], { description: 'One or more of 15 capabilities, such as `Asset_management`.' })
  operationalCapabilities!: string[];

  @Field(() => [String], { description: 'Governance_and_Ecosystem, Protection, Defence, Resilience.' })
  securityDomains!: string[];
}

@Entity('clause')
@ObjectType('Clause', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A numbered place in a standard; a control is a clause of kind CONTROL. Numbers and titles only: the text is in the standard.',
})
export class Clause extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('text')
  standardId!: string;

  @Field(() => Standard, { description: 'The edition it stands in.' })
  @ManyToOne(() => Standard)
  @JoinColumn({ name: 'standardId' })
  standard!: Standard;

  @Field(() => String, { description: 'Its number as printed: `A.5.19`, `8.4.4`, `ENR 5.38`.' })
  @Column('text')
  number!: string;

  @Field(() => String, { description: 'How to cite it: `ISO/IEC 27001:2022, A.5.19`.' })
  get citation(): string {
    return `${this.standard.reference}, ${this.number}`;
  }

  @Column('simple-json')
  titleText!: Text;

  @Field(() => String, { description: 'Title as printed; in Danish, see `titleStatus`.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Field(() => TextStatus, { description: 'Where the wording of `title` comes from.' })
  titleStatus(@Args(() => InLanguage) language: InLanguage): TextStatus {
    return statusInLanguage(this.titleText, language);
  }

  @Field(() => Verification, { description: 'How well number and English title are confirmed.' })
  @Column('text')
  titleVerification!: Verification;

  @Field(() => ClauseKind, { description: 'What it holds.' })
  @Column('text')
  kind!: ClauseKind;

  @Column('text', { nullable: true })
  parentId!: string | null;

  @Field(() => Clause, { nullable: true, description: 'The clause it stands under.' })
  @ManyToOne(() => Clause, { nullable: true })
  @JoinColumn({ name: 'parentId' })
  parent!: Clause | null;

  @Field(() => ControlAttributes, {
    nullable: true,
    description:
      'Only on controls of ISO/IEC 27002, which defines them; follow `related` (DETAILS, EXTENDS) from the same control elsewhere.',
  })
  @Column('simple-json', { nullable: true })
  attributes!: ControlAttributes | null;
}

/** A link between clauses of two standards, stored once, from the newer or more detailed end. */
@Entity('clause_relation')
export class ClauseRelation {
  @PrimaryColumn('text')
  fromId!: string;

  @PrimaryColumn('text')
  toId!: string;

  @PrimaryColumn('text')
  link!: ClauseLink;

  @Column('integer')
  position!: number;

  @Column('text')
  basis!: LinkBasis;

  @Column('text', { nullable: true })
  locator!: string | null;

  @ManyToOne(() => Clause)
  @JoinColumn({ name: 'fromId' })
  from!: Clause;

  @ManyToOne(() => Clause)
  @JoinColumn({ name: 'toId' })
  to!: Clause;
}

@ObjectType('RelatedClause', {
  simpleResolvers: true,
  description: 'A clause of another standard and how the two stand to each other.',
})
export class RelatedClause {
  @Field(() => ClauseLink, { description: 'How they stand to each other.' })
  link!: ClauseLink;

  @Field(() => LinkBasis, { description: 'What the link rests on.' })
  basis!: LinkBasis;

  @Field(() => String, {
    nullable: true,
    description: 'The part of the requirement it is about, such as `6.1.2 c)`; null for the whole.',
  })
  locator!: string | null;

  @Field(() => Clause, { description: 'The other clause.' })
  clause!: Clause;
}
