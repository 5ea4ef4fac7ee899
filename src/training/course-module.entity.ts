import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { LearningOutcome } from './learning-outcome.type.js';
import type { BloomLevel } from './training.enums.js';

/** How a module stores an outcome; `LearningOutcome` is the linked form. */
export interface OutcomeFacts {
  level: BloomLevel;
  statementText: Text;
  obligationIds: string[];
  clauseIds: string[];
}

@Entity('course_module')
@ObjectType('CourseModule', {
  implements: Node,
  simpleResolvers: true,
  description: 'One module of a course.',
})
export class CourseModule extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('text')
  courseId!: string;

  @Column('simple-json')
  titleText!: Text;

  @Field(() => String, { description: 'Its title.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Column('simple-json')
  summaryText!: Text;

  @Field(() => String, { description: 'What is done in it, and what participants take with them.' })
  summary(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.summaryText, language);
  }

  @Field(() => Int, { description: 'Minutes of teaching, breaks not counted.' })
  @Column('integer')
  minutes!: number;

  @Column('simple-json')
  outcomeFacts!: OutcomeFacts[];

  @Field(() => [LearningOutcome], { description: 'What participants can do after it.' })
  outcomes!: readonly LearningOutcome[];
}
