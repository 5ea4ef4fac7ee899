import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Source } from '../dataset/source.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { CourseModule } from './course-module.entity.js';
import { Audience } from './training.enums.js';

@Entity('course')
@ObjectType('Course', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A course that somebody wrote: modules with their minutes and learning outcomes. `courseOutline` computes one instead.',
})
export class Course extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('simple-json')
  titleText!: Text;

  @Field(() => String, { description: 'Its title.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Field(() => Audience, { description: 'For whom it is.' })
  @Column('text')
  audience!: Audience;

  @Column('simple-json')
  summaryText!: Text;

  @Field(() => String, { description: 'What it is about, how it is held, and what it is not.' })
  summary(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.summaryText, language);
  }

  @Field(() => [String], {
    description:
      'Profiles of the European Cybersecurity Skills Framework (ECSF) of ENISA that it serves, by their names there; empty where none fits.',
  })
  @Column('simple-json')
  roleProfiles!: string[];

  @Field(() => Int, { description: 'Minutes of teaching: the sum of its modules. Breaks are not counted.' })
  get minutes(): number {
    return this.modules.reduce((sum, { minutes }) => sum + minutes, 0);
  }

  @Column('simple-json')
  sourceIds!: string[];

  @Field(() => [Source], { description: 'What its content rests on.' })
  sources!: readonly Source[];

  @Field(() => [CourseModule], { description: 'Its modules, in the order in which they are taught.' })
  modules!: readonly CourseModule[];
}
