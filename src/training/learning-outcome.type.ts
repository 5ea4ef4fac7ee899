import { Args, Field, ObjectType } from 'type-graphql';
import { Obligation } from '../law/obligation.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Clause } from '../standards/clause.entity.js';
import type { BloomLevel } from './training.enums.js';

@ObjectType('LearningOutcome', {
  simpleResolvers: true,
  description: 'What a participant can do afterwards, and the duties and clauses it is about.',
})
export class LearningOutcome {
  statementText!: Text;

  @Field(() => String, { description: 'What the participant can do, as an instruction to do it.' })
  statement(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.statementText, language);
  }

  @Field(() => String, {
    description:
      "How demanding it is, by the revised taxonomy of Bloom: REMEMBER, UNDERSTAND, APPLY, ANALYZE, EVALUATE or CREATE. The project's own placing.",
  })
  level!: BloomLevel;

  @Field(() => [Obligation], { description: 'The duties it is about.' })
  obligations!: readonly Obligation[];

  @Field(() => [Clause], {
    description: 'The clauses it is about; empty where it is about the law alone.',
  })
  clauses!: readonly Clause[];
}
