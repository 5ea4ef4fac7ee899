import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { DateScalar } from '../shared/scalars.js';

@ObjectType('DatasetCounts', {
  simpleResolvers: true,
  description: 'How much the release holds. Counted when it is loaded, never typed.',
})
export class DatasetCounts {
  @Field(() => Int, { description: 'Citable places in legal acts.' })
  provisions!: number;

  @Field(() => Int, { description: 'Duties, those of authorities included.' })
  obligations!: number;

  @Field(() => Int, { description: 'Measures of Article 21(2): ten.' })
  measures!: number;

  @Field(() => Int, { description: 'Sectors of Annexes I and II.' })
  sectors!: number;

  @Field(() => Int, { description: 'Types of entity of Annexes I and II.' })
  entityTypes!: number;

  @Field(() => Int, { description: 'Editions of standards, superseded ones included.' })
  standards!: number;

  @Field(() => Int, { description: 'Clauses of all these editions, headings included.' })
  clauses!: number;

  @Field(() => Int, { description: 'Judged edges, without those computed by inheritance.' })
  mappings!: number;

  @Field(() => Int, {
    description:
      'Pairs of an entity-facing obligation and a current standard that nobody has judged yet: neither edge nor assessment.',
  })
  unassessed!: number;
}

/** The release of the knowledge that answers. One row. */
@Entity('dataset')
@ObjectType('Dataset', {
  simpleResolvers: true,
  description: 'The release of the knowledge that answers this request.',
})
export class Dataset {
  @Field(() => String, { description: 'Version of the knowledge (not of the software).' })
  @PrimaryColumn('text')
  version!: string;

  @Field(() => DateScalar, { description: 'Day of the release.' })
  @Column('text')
  releasedOn!: string;

  @Field(() => String, {
    description:
      'SHA-256 over all seed files, hexadecimal. The same seeds give the same checksum on any machine.',
  })
  @Column('text')
  checksum!: string;

  /** Fingerprint of the tables, so that a database written for other tables is rebuilt rather than misread. */
  @Column('text')
  layout!: string;

  @Field(() => String, { description: 'Licence of the knowledge, as an SPDX identifier.' })
  @Column('text')
  licence!: string;

  @Column('simple-json')
  disclaimerText!: Text;

  @Field(() => String, { description: 'What the answers are not.' })
  disclaimer(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.disclaimerText, language);
  }

  @Field(() => DatasetCounts, { description: 'How much it holds.' })
  counts!: DatasetCounts;
}
