import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Citation, type CitationFacts } from '../dataset/source.entity.js';
import { Sector } from '../sectors/sector.entity.js';
import type { EntityType } from '../sectors/entity-type.entity.js';
import { InLanguage, inLanguage, statusInLanguage, TextStatus, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Completeness, StandardRole, Verification } from './standards.enums.js';

@Entity('standard')
@ObjectType('Standard', {
  implements: Node,
  simpleResolvers: true,
  description:
    'One edition of a standard, such as ISO/IEC 27002:2022. Superseded editions are standards of their own.',
})
export class Standard extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => String, { description: 'Reference with its year: `ISO/IEC 27001:2022`.' })
  @Column('text')
  reference!: string;

  @Field(() => [String], {
    description: 'Other names it goes by, such as an adoption; `resolve` knows them.',
  })
  @Column('simple-json')
  aliases!: string[];

  @Column('simple-json', { nullable: true })
  titleText!: Text | null;

  @Field(() => String, { description: 'Official title; the reference where the title is not known here.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return this.titleText ? inLanguage(this.titleText, language) : this.reference;
  }

  @Field(() => TextStatus, { description: 'Where the wording of `title` comes from.' })
  titleStatus(@Args(() => InLanguage) language: InLanguage): TextStatus {
    return this.titleText ? statusInLanguage(this.titleText, language) : TextStatus.UNTRANSLATED;
  }

  @Field(() => Int, { description: 'Year of the edition.' })
  @Column('integer')
  year!: number;

  @Field(() => Int, { nullable: true, description: 'Number of the edition; null where unknown.' })
  @Column('integer', { nullable: true })
  edition!: number | null;

  @Field(() => [String], { description: 'Amendments and corrected versions that belong to the edition.' })
  @Column('simple-json')
  amendments!: string[];

  @Field(() => Verification, { description: 'How well the edition itself is confirmed.' })
  @Column('text')
  verification!: Verification;

  @Field(() => StandardRole, { description: 'What it is for.' })
  @Column('text')
  role!: StandardRole;

  @Field(() => Boolean, { description: 'An organisation can be certified against it.' })
  @Column('boolean')
  certifiable!: boolean;

  @Field(() => Completeness, { description: 'How much of its numbers and titles is known here.' })
  @Column('text')
  completeness!: Completeness;

  @Column('simple-json', { nullable: true })
  completenessText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is missing, and what a reader should know about how it was confirmed.',
  })
  completenessNote(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.completenessText && inLanguage(this.completenessText, language);
  }

  @Column('simple-json')
  writtenForIds!: string[];

  /** The entity types a sector standard is written for; empty for a standard for everybody. */
  writtenFor!: readonly EntityType[];

  @Field(() => [Sector], {
    description: 'The sectors it is written for; empty for a standard that is for everybody.',
  })
  get sectors(): Sector[] {
    return [...new Set(this.writtenFor.map((type) => type.sector))];
  }

  @Column('simple-json')
  supersedesIds!: string[];

  @Field(() => [Standard], { description: 'The edition it took the place of; empty for a first edition.' })
  supersedes!: readonly Standard[];

  @Field(() => [Standard], { description: 'The edition that took its place; empty for a current one.' })
  supersededBy!: readonly Standard[];

  @Column('simple-json')
  citationFacts!: CitationFacts[];

  @Field(() => [Citation], { description: 'What its numbers, titles and dates rest on.' })
  sources!: readonly Citation[];

  get current(): boolean {
    return this.supersededBy.length === 0;
  }
}
