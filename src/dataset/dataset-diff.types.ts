import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { createConnectionType } from '../shared/connections.js';
import { ChangeKind } from './compare-releases.js';
import { ReleaseDigest } from './release-digest.entity.js';

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What became of an id from one release to another.',
  valuesConfig: {
    ADDED: { description: 'The later release has it, the earlier one had not.' },
    CHANGED: { description: 'Both have it, and something about it differs.' },
    RETIRED: { description: 'The later release no longer has it; `Retirement` says what took its place.' },
  },
});

@ObjectType('FacetChange', { simpleResolvers: true, description: 'One thing about a record that differs.' })
export class FacetDifference {
  @Field(() => String, {
    description:
      'What differs: `relationship`, `strength`, `topics`. For the facet `text` the values are fingerprints.',
  })
  facet!: string;

  @Field(() => String, { nullable: true, description: 'Value in the earlier release; null if it had none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Value in the later release; null if it has none.' })
  after!: string | null;
}

@ObjectType('DatasetChange', { simpleResolvers: true, description: 'What became of one id.' })
export class DatasetChange {
  /** Place in the list; also what its cursor names. */
  position!: number;

  id!: string;

  @Field(() => ID, { description: 'The id; `node` gives the record, or its `Retirement`.' })
  get subject(): string {
    return this.id;
  }

  @Field(() => String, { description: 'First part of the id: `mapping`, `obligation`, `provision`.' })
  type!: string;

  @Field(() => ChangeKind, { description: 'What became of it.' })
  kind!: ChangeKind;

  @Field(() => [FacetDifference], { description: 'What differs, for CHANGED; otherwise empty.' })
  facets!: FacetDifference[];
}

export const DatasetChangeConnection = createConnectionType('DatasetChange', () => DatasetChange);

@ObjectType('DatasetChangeCount', {
  simpleResolvers: true,
  description: 'How much of one type of record changed.',
})
export class DatasetChangeCount {
  @Field(() => String, { description: 'Type of record.' })
  type!: string;

  @Field(() => Int, { description: 'Ids the later release has added.' })
  added!: number;

  @Field(() => Int, { description: 'Ids of which something differs.' })
  changed!: number;

  @Field(() => Int, { description: 'Ids the later release no longer has.' })
  retired!: number;
}

@ObjectType('DatasetDiff', { simpleResolvers: true, description: 'The difference between two releases.' })
export class DatasetDiff {
  @Field(() => ReleaseDigest, { description: 'The earlier release.' })
  from!: ReleaseDigest;

  @Field(() => ReleaseDigest, { description: 'The later release.' })
  to!: ReleaseDigest;

  @Field(() => [DatasetChangeCount], { description: 'By type of record, types without a change left out.' })
  counts!: DatasetChangeCount[];

  all!: readonly DatasetChange[];
}
