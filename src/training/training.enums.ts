import { registerEnumType } from 'type-graphql';

export enum Audience {
  MANAGEMENT = 'MANAGEMENT',
  SECURITY_LEAD = 'SECURITY_LEAD',
  PRACTITIONER = 'PRACTITIONER',
  AUDITOR = 'AUDITOR',
  ALL_STAFF = 'ALL_STAFF',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'For whom a course is held.',
  valuesConfig: {
    MANAGEMENT: { description: 'Members of the management body, who must be trained (Article 20(2)).' },
    SECURITY_LEAD: { description: 'Who builds and runs the management system.' },
    PRACTITIONER: { description: 'Who carries measures out.' },
    AUDITOR: { description: 'Who examines whether they are carried out.' },
    ALL_STAFF: { description: 'Everybody in the entity (Articles 20(2) and 21(2)(g)).' },
  },
});

/** The levels of the revised taxonomy of Bloom, from the simplest to the most demanding. */
export const BLOOM_LEVELS = ['REMEMBER', 'UNDERSTAND', 'APPLY', 'ANALYZE', 'EVALUATE', 'CREATE'] as const;
export type BloomLevel = (typeof BLOOM_LEVELS)[number];
