import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Citation, type CitationFacts } from '../dataset/source.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { Topic } from '../law/topic.entity.js';
import { InLanguage, inLanguage, type Text } from '../shared/language.js';
import { Node } from '../shared/node.js';
import { Clause } from '../standards/clause.entity.js';
import { Confidence } from '../dataset/confidence.js';
import { CoverageLevel, Derivation, RationaleKind, Relationship, ReviewStatus } from './mappings.enums.js';

/** What each relationship means for coverage; the level of an edge is never authored. */
const COVERS: Readonly<Record<Relationship, CoverageLevel>> = {
  EQUAL: CoverageLevel.FULL,
  SUBSET_OF: CoverageLevel.FULL,
  SUPERSET_OF: CoverageLevel.PARTIAL,
  INTERSECTS_WITH: CoverageLevel.PARTIAL,
  NO_RELATIONSHIP: CoverageLevel.NONE,
};

export function coversOf(relationship: Relationship): CoverageLevel {
  return COVERS[relationship];
}

@Entity('mapping')
@ObjectType('Mapping', {
  implements: Node,
  simpleResolvers: true,
  description: 'One judged edge between an obligation and a clause, with its reason.',
})
export class Mapping extends Node {
  @PrimaryColumn('text')
  declare id: string;

  /** In the table that among the judged edges; once loaded, that among inherited ones too. */
  @Column('integer')
  position!: number;

  @Column('text')
  obligationId!: string;

  @Field(() => Obligation, { description: 'The duty that was judged.' })
  @ManyToOne(() => Obligation)
  @JoinColumn({ name: 'obligationId' })
  obligation!: Obligation;

  @Column('text')
  clauseId!: string;

  @Field(() => Clause, { description: 'The clause it was judged against.' })
  @ManyToOne(() => Clause)
  @JoinColumn({ name: 'clauseId' })
  clause!: Clause;

  @Field(() => Relationship, { description: 'How the obligation stands to the clause, in that direction.' })
  @Column('text')
  relationship!: Relationship;

  @Field(() => CoverageLevel, {
    description: 'How far the clause alone covers the obligation; follows from `relationship`.',
  })
  get covers(): CoverageLevel {
    return coversOf(this.relationship);
  }

  @Column('simple-json')
  topicIds!: string[];

  @Field(() => [Topic], {
    description: 'The topics of the obligation that the clause fully answers; all of them if it covers FULL.',
  })
  topics!: readonly Topic[];

  @Field(() => Int, {
    description:
      'How much of the evidence an auditor would take from the clause, 1 (in passing) to 10 (no further questions on what it covers).',
  })
  @Column('integer')
  strength!: number;

  @Field(() => RationaleKind, { description: 'What the judgement compares.' })
  @Column('text')
  rationaleKind!: RationaleKind;

  @Column('simple-json')
  rationaleText!: Text;

  @Field(() => String, { description: 'Why.' })
  rationale(@Args(() => InLanguage) language: InLanguage): string {
    return inLanguage(this.rationaleText, language);
  }

  @Column('simple-json', { nullable: true })
  gapText!: Text | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the obligation still asks for; null only if the clause covers it FULL.',
  })
  gap(@Args(() => InLanguage) language: InLanguage): string | null {
    return this.gapText && inLanguage(this.gapText, language);
  }

  @Field(() => Derivation, { description: 'Judged on this clause, or inherited.' })
  get derivation(): Derivation {
    return this.inheritedFrom ? Derivation.INHERITED : Derivation.ASSERTED;
  }

  @Field(() => Mapping, { nullable: true, description: 'The judged edge that an inherited one comes from.' })
  inheritedFrom!: Mapping | null;

  @Field(() => Confidence, { description: 'How sure the judgement is.' })
  @Column('text')
  confidence!: Confidence;

  @Field(() => ReviewStatus, { description: 'How far the judgement has come.' })
  @Column('text')
  status!: ReviewStatus;

  @Column('simple-json')
  citationFacts!: CitationFacts[];

  @Field(() => [Citation], {
    description: "What supports it. The project's own judgement is named as a source too.",
  })
  sources!: readonly Citation[];
}
