import { registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Obligation } from '../law/obligation.entity.js';
import type { Text } from '../shared/language.js';

export enum ReportingStageKind {
  EARLY_WARNING = 'EARLY_WARNING',
  INCIDENT_NOTIFICATION = 'INCIDENT_NOTIFICATION',
  INTERMEDIATE_REPORT = 'INTERMEDIATE_REPORT',
  PROGRESS_REPORT = 'PROGRESS_REPORT',
  FINAL_REPORT = 'FINAL_REPORT',
}
registerEnumType(ReportingStageKind, {
  name: 'ReportingStageKind',
  description: 'The messages of NIS2 Article 23(4).',
  valuesConfig: {
    EARLY_WARNING: { description: 'Point (a).' },
    INCIDENT_NOTIFICATION: { description: 'Point (b); for trust services the second subparagraph.' },
    INTERMEDIATE_REPORT: { description: 'Point (c), on request.' },
    PROGRESS_REPORT: { description: 'Point (e), while the incident is ongoing.' },
    FINAL_REPORT: { description: 'Point (d), or point (e) after an ongoing incident.' },
  },
});

/** What a due time, or its absence, is explained by. */
export type BasisKey = 'DUE' | 'START_UNKNOWN' | 'NO_CLOCK';

/** One message the law asks for: what it must hold, and in what words its time is explained. */
@Entity('reporting_stage')
export class ReportingStageRule {
  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  kind!: ReportingStageKind;

  @Column('text')
  obligationId!: string;

  obligation!: Obligation;

  @Column('boolean')
  mandatory!: boolean;

  /** Takes the place of the same stage where trust services are affected. */
  @Column('boolean')
  forTrustServices!: boolean;

  /** Takes the place of the same stage after an incident that was ongoing when it would have been due. */
  @Column('boolean')
  afterOngoing!: boolean;

  @Column('simple-json')
  basisTexts!: Partial<Record<BasisKey, Text>>;

  @Column('simple-json')
  contentTexts!: Text[];

  @Column('simple-json')
  recipientText!: Text;
}
