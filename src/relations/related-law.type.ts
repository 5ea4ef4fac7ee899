import { Args, Field, ObjectType } from 'type-graphql';
import { Citation } from '../dataset/source.entity.js';
import { Instrument } from '../law/instrument.entity.js';
import { Provision } from '../law/provision.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { LegalLink } from './legal-relation.entity.js';

@ObjectType('RelatedLaw', {
  simpleResolvers: true,
  description: 'A place in another act, and how it stands to the one asked about.',
})
export class RelatedLaw {
  @Field(() => LegalLink, { description: 'The relation, read from `from` to `to`.' })
  link!: LegalLink;

  @Field(() => Boolean, {
    description:
      'True if the relation leads to the place asked about: with TRANSPOSES, `instrument` is then the national act that transposes it.',
  })
  inverse!: boolean;

  @Field(() => Instrument, { description: 'The other act.' })
  instrument!: Instrument;

  @Field(() => Provision, {
    nullable: true,
    description: 'The place in it; null where the act as a whole is meant.',
  })
  provision!: Provision | null;

  @Field(() => Provision, {
    nullable: true,
    description:
      'The place on this side that the relation was recorded for: the one asked about, or the nearest one it stands in. Null where its whole act is meant.',
  })
  recordedFor!: Provision | null;

  noteText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'For whom it holds, what differs, and what about it is unverified.',
  })
  note(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.noteText && inLanguage(this.noteText, language);
  }

  @Field(() => [Citation], { description: 'What it rests on.' })
  sources!: readonly Citation[];
}
