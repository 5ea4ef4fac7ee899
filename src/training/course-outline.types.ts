import { Args, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Coverage } from '../coverage/coverage.types.js';
import { ScopeInput } from '../coverage/scope.js';
import { Dataset } from '../dataset/dataset.entity.js';
import { Citation } from '../dataset/source.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Standard } from '../standards/standard.entity.js';
import { LearningOutcome } from './learning-outcome.type.js';
import { Audience } from './training.enums.js';

@InputType({ description: 'For whom a course is to be made, and of what. Nothing of it is kept.' })
export class CourseOutlineInput {
  @Field(() => Audience, { description: 'For whom: decides what is taught, in which order and how deep.' })
  audience!: Audience;

  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes of teaching, breaks not counted: 30 to 4800. Left out: 240 for MANAGEMENT, 840 for SECURITY_LEAD, 420 for PRACTITIONER and AUDITOR, 60 for ALL_STAFF.',
  })
  minutes?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of the editions that are in place or to be used, at least one. Left out: the current editions an organisation can be certified against. A sector standard counts only in its own sector if the scope names sectors or entity types.',
  })
  standards?: string[] | null;

  @Field(() => ScopeInput, {
    nullable: true,
    description:
      'Whose duties, and which. Duties that fall on some entity types only are taught where the scope names sectors, entity types, instruments, measures or kinds.',
  })
  scope?: ScopeInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Questions for each module: 0 to 10, 3 if left out. Fewer where the graph gives no more.',
  })
  questionsPerModule?: number | null;
}

@ObjectType('QuizQuestion', {
  simpleResolvers: true,
  description:
    'A question with one right answer. Wrong ones come from the graph too: what was judged not to answer, never what nobody has judged.',
})
export class QuizQuestion {
  promptText!: Text;

  @Field(() => String, { description: 'The question.' })
  prompt(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.promptText, language);
  }

  optionTexts!: readonly Text[];

  @Field(() => [String], {
    description: 'Four answers, each different, in the same order in both languages.',
  })
  options(@Args(() => InLanguage) language: InLanguage): string[] {
    return this.optionTexts.map((text) => inLanguage(text, language));
  }

  @Field(() => Int, { description: 'Which of `options` is right, counted from 0.' })
  answer!: number;

  explanationText!: Text;

  @Field(() => String, { description: 'Why it is right, with the citation and what the judgement rests on.' })
  explanation(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.explanationText, language);
  }

  @Field(() => [Node], {
    description:
      'The duty it is about, then what the right answer comes from: clause, topic, edge or assessment.',
  })
  about!: readonly Node[];

  @Field(() => [Citation], {
    description: 'What the judged edge behind the right answer cites; empty where the law itself answers.',
  })
  sources!: readonly Citation[];
}

@ObjectType({ simpleResolvers: true })
export abstract class OutlineSubject {
  titleText!: Text;

  @Field(() => String, { description: 'What it is about.' })
  title(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.titleText, language);
  }

  @Field(() => [Obligation], {
    description: 'The duties in scope that belong to it, in the order of the law.',
  })
  obligations!: readonly Obligation[];
}

@ObjectType('OutlineModule', {
  simpleResolvers: true,
  description: 'One module of an outline.',
})
export class OutlineModule extends OutlineSubject {
  @Field(() => Int, {
    description:
      'Minutes. Every module has a shortest time (15; 5 for ALL_STAFF); the rest goes in steps of five to where the audience and the gaps need it most, what is short of a step to the first of these.',
  })
  minutes!: number;

  @Field(() => [LearningOutcome], { description: 'What participants can do after it.' })
  outcomes!: LearningOutcome[];

  @Field(() => [Coverage], {
    description: 'Its duties that the standards do not cover FULL: the moments that deserve most time.',
  })
  gaps!: Coverage[];

  @Field(() => [QuizQuestion], { description: 'Questions on it, no two alike in the course.' })
  questions!: QuizQuestion[];
}

@ObjectType('LeftOutModule', {
  simpleResolvers: true,
  description: 'A subject that the minutes did not suffice for.',
})
export class LeftOutModule extends OutlineSubject {}

@ObjectType('CourseOutline', {
  simpleResolvers: true,
  description:
    'A course made from the graph for an audience, a scope, standards and a number of minutes. The same input gives the same course, whatever the order of its lists.',
})
export class CourseOutline {
  @Field(() => Dataset, { description: 'The release it was made from.' })
  dataset!: Dataset;

  @Field(() => Audience, { description: 'For whom it is.' })
  audience!: Audience;

  @Field(() => [Standard], { description: 'The standards it counts with.' })
  standards!: readonly Standard[];

  @Field(() => Int, { description: 'Minutes of all modules together: those asked for.' })
  totalMinutes!: number;

  @Field(() => [OutlineModule], { description: 'The modules, in the order in which they are taught.' })
  modules!: OutlineModule[];

  @Field(() => [LeftOutModule], {
    description:
      'Subjects that the minutes did not suffice for, in the order in which more minutes would add them.',
  })
  leftOut!: LeftOutModule[];

  @Field(() => String, { description: 'What the answer is not.' })
  disclaimer(@Args(() => InLanguage) language: InLanguage): string {
    return this.dataset.disclaimer(language);
  }
}
