import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Confidence } from '../dataset/confidence.js';
import { Citation, type CitationFacts } from '../dataset/source.entity.js';
import { Instrument } from '../law/instrument.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { DateScalar } from '../shared/scalars.js';
import { ProceedingStep, TranspositionStatus } from './national.enums.js';

@ObjectType('Proceeding', {
  simpleResolvers: true,
  description: 'A step of the Commission against a Member State that was late.',
})
export class Proceeding {
  @Field(() => ProceedingStep, { description: 'The step.' })
  step!: ProceedingStep;

  @Field(() => DateScalar, { description: 'Its day.' })
  on!: string;
}

@Entity('transposition')
@ObjectType('Transposition', {
  implements: Node,
  simpleResolvers: true,
  description: 'How far a Member State has taken a directive into national law.',
})
export class Transposition extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('text')
  instrumentId!: string;

  @Field(() => Instrument, { description: 'The directive.' })
  @ManyToOne(() => Instrument)
  @JoinColumn({ name: 'instrumentId' })
  instrument!: Instrument;

  @Field(() => String, { description: 'ISO 3166-1 code of the Member State.' })
  @Column('text')
  country!: string;

  @Column('simple-json')
  countryNameText!: Text;

  @Field(() => String, { description: 'Name of the Member State.' })
  countryName(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.countryNameText, language);
  }

  @Field(() => TranspositionStatus, { description: 'What was found.' })
  @Column('text')
  status!: TranspositionStatus;

  @Field(() => String, { nullable: true, description: 'The act, or the bill, in its own language.' })
  @Column('text', { nullable: true })
  act!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it entered into force; null where it has not, or where the day was not established.',
  })
  @Column('text', { nullable: true })
  inForceOn!: string | null;

  @Column('simple-json', { nullable: true })
  inForceNoteText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is known of that day where it is not established.',
  })
  inForceNote(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.inForceNoteText && inLanguage(this.inForceNoteText, language);
  }

  @Column('simple-json', { nullable: true })
  divergenceText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where its reporting rules differ from NIS2 Article 23; null where no difference is recorded.',
  })
  divergence(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.divergenceText && inLanguage(this.divergenceText, language);
  }

  @Field(() => [Proceeding], { description: 'Steps of the Commission against it, in their order.' })
  @Column('simple-json')
  proceedings!: Proceeding[];

  @Field(() => Confidence, { description: 'How sure the record is.' })
  @Column('text')
  confidence!: Confidence;

  @Column('simple-json')
  basisText!: Text;

  @Field(() => String, { description: 'What the record rests on, and what contradicts it.' })
  basis(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.basisText, language);
  }

  @Column('simple-json')
  asOfText!: Text;

  @Field(() => String, { description: 'When the facts were last looked at.' })
  asOf(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.asOfText, language);
  }

  @Column('simple-json')
  citationFacts!: CitationFacts[];

  @Field(() => [Citation], { description: 'What it rests on.' })
  sources!: readonly Citation[];
}
