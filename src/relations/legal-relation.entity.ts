import { registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Citation, CitationFacts } from '../dataset/source.entity.js';
import { Instrument } from '../law/instrument.entity.js';
import { Provision } from '../law/provision.entity.js';
import type { Text } from '../shared/language.js';

export enum LegalLink {
  TRANSPOSES = 'TRANSPOSES',
  SPECIFIES = 'SPECIFIES',
  CORRESPONDS = 'CORRESPONDS',
  SUPERSEDES = 'SUPERSEDES',
  AMENDS = 'AMENDS',
  PROPOSES_TO_AMEND = 'PROPOSES_TO_AMEND',
  REFERS_TO = 'REFERS_TO',
  PREVAILS_OVER = 'PREVAILS_OVER',
  APPLIES_ALONGSIDE = 'APPLIES_ALONGSIDE',
}
registerEnumType(LegalLink, {
  name: 'LegalLink',
  description: 'How a place in one act stands to a place in another.',
  valuesConfig: {
    TRANSPOSES: { description: 'National law that carries out a provision of a directive.' },
    SPECIFIES: { description: 'An implementing act that sets a provision out in detail.' },
    CORRESPONDS: {
      description: 'The same subject in an earlier act, by the correlation table of NIS2 Annex III.',
    },
    SUPERSEDES: { description: 'Takes the place of an act or provision that it repeals.' },
    AMENDS: { description: 'Changes the text of another act.' },
    PROPOSES_TO_AMEND: {
      description: 'A proposal of the Commission, not law, that would change another act.',
    },
    REFERS_TO: { description: 'Names another act or provision.' },
    PREVAILS_OVER: { description: 'Applies instead, as the more specific act (NIS2 Article 4).' },
    APPLIES_ALONGSIDE: { description: 'Applies to the same entity or event as well.' },
  },
});

/** One relation between places of two acts, as stored: read from the first to the second. */
@Entity('legal_relation')
export class LegalRelation {
  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  link!: LegalLink;

  @Column('text')
  fromInstrumentId!: string;

  @ManyToOne(() => Instrument)
  @JoinColumn({ name: 'fromInstrumentId' })
  fromInstrument!: Instrument;

  @Column('text', { nullable: true })
  fromProvisionId!: string | null;

  @ManyToOne(() => Provision, { nullable: true })
  @JoinColumn({ name: 'fromProvisionId' })
  fromProvision!: Provision | null;

  @Column('text')
  toInstrumentId!: string;

  @ManyToOne(() => Instrument)
  @JoinColumn({ name: 'toInstrumentId' })
  toInstrument!: Instrument;

  @Column('text', { nullable: true })
  toProvisionId!: string | null;

  @ManyToOne(() => Provision, { nullable: true })
  @JoinColumn({ name: 'toProvisionId' })
  toProvision!: Provision | null;

  @Column('simple-json', { nullable: true })
  noteText!: Text | null;

  @Column('simple-json')
  citationFacts!: CitationFacts[];

  sources!: readonly Citation[];
}
