import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Provision } from './provision.entity.js';

@Entity('topic')
@ObjectType('Topic', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A part of an obligation that the legal text itself names, such as backup management in Article 21(2)(c).',
})
export class Topic extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('simple-json')
  nameText!: Text;

  @Field(() => String, { description: "Its name, after the law's wording." })
  name(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.nameText, language);
  }

  @Column('text')
  namedInId!: string;

  @Field(() => Provision, {
    description:
      'The provision that names it; for the parts of incident handling the definition in Article 6(8).',
  })
  @ManyToOne(() => Provision)
  @JoinColumn({ name: 'namedInId' })
  namedIn!: Provision;

  @Column('text', { nullable: true })
  parentId!: string | null;

  @Field(() => Topic, {
    nullable: true,
    description: 'The topic of the measure that this one is a part of, where the law cuts finer.',
  })
  @ManyToOne(() => Topic, { nullable: true })
  @JoinColumn({ name: 'parentId' })
  parent!: Topic | null;
}
