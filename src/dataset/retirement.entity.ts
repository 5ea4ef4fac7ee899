import { Args, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';

@Entity('retirement')
@ObjectType('Retirement', {
  implements: Node,
  simpleResolvers: true,
  description: 'An id that an earlier release used. It stays resolvable and says what took its place.',
})
export class Retirement extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Field(() => String, { description: 'Version of the release that retired it.' })
  @Column('text')
  retiredIn!: string;

  @Column('simple-json')
  reasonText!: Text;

  @Field(() => String, { description: 'Why it was retired.' })
  reason(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.reasonText, language);
  }

  @Field(() => [ID], { description: 'Ids that took its place; empty if nothing did.' })
  @Column('simple-json')
  replacedBy!: string[];
}
