import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, statusInLanguage, TextStatus, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { DateScalar, UrlScalar } from '../shared/scalars.js';

@Entity('instrument')
@ObjectType('Instrument', {
  implements: Node,
  simpleResolvers: true,
  description: 'A legal act, such as Directive (EU) 2022/2555 (NIS2).',
})
export class Instrument extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => String, { description: 'The name people use: `NIS2`.' })
  @Column('text')
  shortName!: string;

  @Column('simple-json')
  titleText!: Text;

  @Field(() => String, {
    description:
      'Official title, as published; where `titleStatus` says so, our own translation or a short form of it.',
  })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Field(() => TextStatus, { description: 'Where the wording of `title` comes from.' })
  titleStatus(@Args(() => InLanguage) language: InLanguage): TextStatus {
    return statusInLanguage(this.titleText, language);
  }

  @Field(() => [String], { description: 'Other names it goes by; `resolve` knows them.' })
  @Column('simple-json')
  aliases!: string[];

  @Field(() => String, { nullable: true, description: 'CELEX number in EUR-Lex.' })
  @Column('text', { nullable: true })
  celex!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'European Legislation Identifier, or the national one.',
  })
  @Column('text', { nullable: true })
  eli!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of adoption.' })
  @Column('text', { nullable: true })
  adoptedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of entry into force.' })
  @Column('text', { nullable: true })
  inForceOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day from which it (or, for a directive, national law under it) applies.',
  })
  @Column('text', { nullable: true })
  appliesFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 code of the Member State whose act it is (`DK`); null for acts of the Union.',
  })
  @Column('text', { nullable: true })
  country!: string | null;

  @Column('simple-json', { nullable: true })
  noteText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is to NIS2, which parts of it are held here, and what about it is unverified.',
  })
  note(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.noteText && inLanguage(this.noteText, language);
  }

  @Field(() => String, { description: '`IN_FORCE`, `REPEALED` or `PROPOSED`.' })
  @Column('text')
  status!: string;
}
