import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Citation, type CitationFacts } from '../dataset/source.entity.js';
import { Provision } from '../law/provision.entity.js';
import { EntityType } from '../sectors/entity-type.entity.js';
import { InLanguage, inLanguage, statusInLanguage, TextStatus, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';

@ObjectType('AuthorityField', {
  simpleResolvers: true,
  description: 'One field that a competent authority is responsible for.',
})
export class AuthorityField {
  fieldText!: Text;

  @Field(() => String, { description: 'The field as the rule draws it.' })
  field(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.fieldText, language);
  }

  @Field(() => Provision, { description: 'The rule that gives it the field.' })
  provision!: Provision;

  @Field(() => [EntityType], {
    description:
      'The entity types of Annexes I and II in it; empty for a group that the annexes do not list.',
  })
  entityTypes!: readonly EntityType[];

  @Field(() => Boolean, {
    description: 'False if it has only a part of these entity types; `field` says which.',
  })
  whole!: boolean;
}

/** A field as stored. */
export interface AuthorityFieldFacts {
  fieldText: Text;
  provisionId: string;
  whole: boolean;
  sectorIds: string[];
  subsectorIds: string[];
  entityTypeIds: string[];
}

@Entity('authority')
@ObjectType('Authority', {
  implements: Node,
  simpleResolvers: true,
  description: 'A competent authority of a Member State under NIS2 Article 8.',
})
export class Authority extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Field(() => String, { description: 'ISO 3166-1 code of the Member State.' })
  @Column('text')
  country!: string;

  @Column('simple-json')
  nameText!: Text;

  @Field(() => String, { description: 'Its name; `nameStatus` says whether it is official.' })
  name(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.nameText, language);
  }

  @Field(() => TextStatus, { description: 'Where the wording of `name` comes from.' })
  nameStatus(@Args(() => InLanguage) language: InLanguage): TextStatus {
    return statusInLanguage(this.nameText, language);
  }

  @Column('simple-json')
  fieldFacts!: AuthorityFieldFacts[];

  @Field(() => [AuthorityField], { description: 'What it is responsible for.' })
  fields!: readonly AuthorityField[];

  @Column('simple-json')
  citationFacts!: CitationFacts[];

  @Field(() => [Citation], { description: 'What it rests on.' })
  sources!: readonly Citation[];
}
