import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Provision } from './provision.entity.js';
import { Topic } from './topic.entity.js';

@Entity('measure')
@ObjectType('Measure', {
  implements: Node,
  simpleResolvers: true,
  description: 'One of the ten cybersecurity risk-management measures of NIS2 Article 21(2)(a) to (j).',
})
export class Measure extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => String, { description: 'Letter of the point, `a` to `j`.' })
  @Column('text')
  point!: string;

  @Field(() => String, { description: 'How to cite it: `Article 21(2)(d)`.' })
  citation(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.provision.citationText, language);
  }

  @Column('simple-json')
  titleText!: Text;

  @Field(() => String, { description: 'Its heading, exactly as Article 21(2) words it.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Field(() => String, { description: "What it asks for, in the project's own words." })
  summary(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.provision.summaryText ?? this.titleText, language);
  }

  @Column('text')
  provisionId!: string;

  @Field(() => Provision, { description: 'The point of Article 21(2) that names it.' })
  @ManyToOne(() => Provision)
  @JoinColumn({ name: 'provisionId' })
  provision!: Provision;

  @Column('simple-json')
  topicIds!: string[];

  @Field(() => [Topic], {
    description: 'The parts its heading names, in the order of the heading; 27 over all ten measures.',
  })
  topics!: readonly Topic[];
}
