import { Args, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Citation, type CitationFacts } from '../dataset/source.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Standard } from '../standards/standard.entity.js';
import { CoverageLevel } from './mappings.enums.js';

@Entity('assessment')
@ObjectType('Assessment', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A recorded verdict that nothing in a standard covers an obligation, with its reason. Without it the pair would be UNASSESSED.',
})
export class Assessment extends Node {
  @PrimaryColumn('text')
  declare id: string;

  @Column('integer')
  position!: number;

  @Column('text')
  obligationId!: string;

  @Field(() => Obligation, { description: 'The duty that was looked at.' })
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligationId' })
  obligation!: Obligation;

  @Column('text')
  standardId!: string;

  @Field(() => Standard, { description: 'The standard it was looked at against.' })
  @ManyToOne(() => Standard)
  @JoinColumn({ name: 'standardId' })
  standard!: Standard;

  @Field(() => CoverageLevel, { description: 'The verdict: NONE.' })
  @Column('text')
  outcome!: CoverageLevel;

  @Column('simple-json')
  reasonText!: Text;

  @Field(() => String, { description: 'Why nothing covers it.' })
  reason(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.reasonText, language);
  }

  @Column('simple-json')
  citationFacts!: CitationFacts[];

  @Field(() => [Citation], { description: 'What supports it.' })
  sources!: readonly Citation[];
}
