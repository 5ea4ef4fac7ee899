import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Sector } from './sector.entity.js';

@Entity('subsector')
@ObjectType('Subsector', {
  implements: Node,
  simpleResolvers: true,
  description: 'A subsector of Annex I or II of NIS2; 15 in all.',
})
export class Subsector extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('simple-json')
  nameText!: Text;

  @Field(() => String, { description: 'Official name.' })
  name(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.nameText, language);
  }

  @Column('text')
  sectorId!: string;

  @Field(() => Sector, { description: 'The sector it is part of.' })
  @ManyToOne(() => Sector)
  @JoinColumn({ name: 'sectorId' })
  sector!: Sector;
}
