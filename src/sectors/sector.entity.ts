import { Args, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';

export enum Annex {
  I = 'I',
  II = 'II',
}
registerEnumType(Annex, {
  name: 'Annex',
  description: 'Annex of NIS2 that lists a sector.',
  valuesConfig: {
    I: { description: 'Annex I: sectors of high criticality.' },
    II: { description: 'Annex II: other critical sectors.' },
  },
});

@Entity('sector')
@ObjectType('Sector', {
  implements: Node,
  simpleResolvers: true,
  description: 'A sector of Annex I or II of NIS2; 18 in all.',
})
export class Sector extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => Annex, { description: 'The annex that lists it.' })
  @Column('text')
  annex!: Annex;

  @Field(() => Int, { description: 'Its number in the annex.' })
  @Column('integer')
  number!: number;

  @Column('simple-json')
  nameText!: Text;

  @Field(() => String, { description: 'Official name.' })
  name(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.nameText, language);
  }
}
