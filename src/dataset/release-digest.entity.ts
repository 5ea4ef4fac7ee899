import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar } from '../shared/scalars.js';

/** What a release said of one id, facet by facet: values as they are, texts as fingerprints. */
export type Facets = Record<string, string>;

/** A release reduced to what a comparison needs. Earlier ones are kept in seed/releases. */
@Entity('release_digest')
@ObjectType('DatasetRelease', {
  simpleResolvers: true,
  description: 'A release of the knowledge, this one or an earlier one.',
})
export class ReleaseDigest {
  @Field(() => String, { description: 'Version of the knowledge.' })
  @PrimaryColumn('text')
  version!: string;

  @Column('integer')
  position!: number;

  @Field(() => DateScalar, { description: 'Day of the release.' })
  @Column('text')
  releasedOn!: string;

  @Field(() => String, { description: 'SHA-256 over all its seed files, hexadecimal.' })
  @Column('text')
  checksum!: string;

  /** By id. */
  @Column('simple-json')
  records!: Record<string, Facets>;
}
