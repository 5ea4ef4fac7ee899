import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../shared/node.js';
import { UrlScalar } from '../shared/scalars.js';

@Entity('source')
@ObjectType('Source', {
  implements: Node,
  simpleResolvers: true,
  description: 'A document that a fact or a judgement rests on.',
})
export class Source extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => String, { description: 'Title as published.' })
  @Column('text')
  title!: string;

  @Field(() => String, { description: 'Who publishes it.' })
  @Column('text')
  publisher!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Edition, version or date; null where none is printed.',
  })
  @Column('text', { nullable: true })
  edition!: string | null;

  @Field(() => String, { nullable: true, description: 'Licence or terms of reuse; null where unknown.' })
  @Column('text', { nullable: true })
  licence!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Where it can be read; null where no public address is known.',
  })
  @Column('text', { nullable: true })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was used for, and what limits it has.' })
  @Column('text', { nullable: true })
  note!: string | null;
}

@ObjectType('Citation', { simpleResolvers: true, description: 'A source, and where in it.' })
export class Citation {
  @Field(() => Source, { description: 'The document.' })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description: 'Section, row or page; null for the document as a whole.',
  })
  locator!: string | null;
}

/** How a record stores what it cites; `Citation` is the linked form. */
export interface CitationFacts {
  sourceId: string;
  locator?: string;
}
