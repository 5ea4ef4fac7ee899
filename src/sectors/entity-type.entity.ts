import { Args, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { InLanguage, inLanguage, statusInLanguage, TextStatus, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Sector } from './sector.entity.js';
import { Subsector } from './subsector.entity.js';

export enum JurisdictionRule {
  ESTABLISHMENT = 'ESTABLISHMENT',
  PLACE_OF_SERVICE = 'PLACE_OF_SERVICE',
  MAIN_ESTABLISHMENT = 'MAIN_ESTABLISHMENT',
  ESTABLISHING_MEMBER_STATE = 'ESTABLISHING_MEMBER_STATE',
}
registerEnumType(JurisdictionRule, {
  name: 'JurisdictionRule',
  description: 'Which Member State has jurisdiction (Article 26).',
  valuesConfig: {
    ESTABLISHMENT: { description: 'Where the entity is established, Article 26(1).' },
    PLACE_OF_SERVICE: { description: 'Where it provides its services, Article 26(1)(a).' },
    MAIN_ESTABLISHMENT: { description: 'Where its main establishment in the Union is, Article 26(1)(b).' },
    ESTABLISHING_MEMBER_STATE: { description: 'The Member State that established it, Article 26(1)(c).' },
  },
});

@Entity('entity_type')
@ObjectType('EntityType', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A type of entity listed in Annex I or II of NIS2; 67 in all, counting each bullet of the third column.',
})
export class EntityType extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('simple-json')
  nameText!: Text;

  @Field(() => String, {
    description: 'Short name after the wording of the annex; the definition is in `definedIn`.',
  })
  name(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.nameText, language);
  }

  @Field(() => TextStatus, { description: 'Where the wording of `name` comes from.' })
  nameStatus(@Args(() => InLanguage) language: InLanguage): TextStatus {
    return statusInLanguage(this.nameText, language);
  }

  @Column('text')
  sectorId!: string;

  @Field(() => Sector, { description: 'Its sector.' })
  @ManyToOne(() => Sector)
  @JoinColumn({ name: 'sectorId' })
  sector!: Sector;

  @Column('text', { nullable: true })
  subsectorId!: string | null;

  @Field(() => Subsector, { nullable: true, description: 'Its subsector, where the annex has one.' })
  @ManyToOne(() => Subsector, { nullable: true })
  @JoinColumn({ name: 'subsectorId' })
  subsector!: Subsector | null;

  @Field(() => [String], {
    description: 'The provisions that define it; empty where the annex defines it by its own words only.',
  })
  @Column('simple-json')
  definedIn!: string[];

  @Column('simple-json', { nullable: true })
  conditionText!: Text | null;

  @Field(() => String, { nullable: true, description: 'A condition the annex attaches, in our own words.' })
  condition(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.conditionText && inLanguage(this.conditionText, language);
  }

  @Field(() => Boolean, { description: 'In scope whatever its size (Article 2(2)(a) and (f)).' })
  @Column('boolean')
  regardlessOfSize!: boolean;

  @Field(() => Boolean, {
    description: 'Essential whatever its size, as a whole type (Article 3(1)(b) and (d)).',
  })
  @Column('boolean')
  essentialRegardlessOfSize!: boolean;

  @Column('simple-json', { nullable: true })
  essentialNoteText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'What else decides between essential and important for this type.',
  })
  essentialNote(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.essentialNoteText && inLanguage(this.essentialNoteText, language);
  }

  @Field(() => JurisdictionRule, { description: 'Which Member State has jurisdiction (Article 26).' })
  @Column('text')
  jurisdictionRule!: JurisdictionRule;

  @Field(() => Boolean, { description: 'In the ENISA registry of Article 27.' })
  @Column('boolean')
  enisaRegistry!: boolean;

  @Field(() => Boolean, { description: 'Implementing Regulation (EU) 2024/2690 applies to it.' })
  @Column('boolean')
  implementingRegulation!: boolean;

  @Field(() => Boolean, {
    description:
      'DORA takes the place of the NIS2 duties on risk management, reporting and supervision (Article 4; recital 28).',
  })
  @Column('boolean')
  doraLexSpecialis!: boolean;
}
