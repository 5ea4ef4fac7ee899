import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
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

  @Field(() => String, { description: 'Official title, exactly as in the Official Journal.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Field(() => String, { nullable: true, description: 'CELEX number in EUR-Lex.' })
  @Column('text', { nullable: true })
  celex!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'European Legislation Identifier.' })
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

  @Field(() => String, { description: '`IN_FORCE`, `REPEALED` or `PROPOSED`.' })
  @Column('text')
  status!: string;
}
