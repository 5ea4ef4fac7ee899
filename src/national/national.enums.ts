import { registerEnumType } from 'type-graphql';

export enum TranspositionStatus {
  TRANSPOSED = 'TRANSPOSED',
  NOT_TRANSPOSED = 'NOT_TRANSPOSED',
}
registerEnumType(TranspositionStatus, {
  name: 'TranspositionStatus',
  description: 'Whether a Member State has taken a directive into national law.',
  valuesConfig: {
    TRANSPOSED: { description: 'An act that transposes it was found.' },
    NOT_TRANSPOSED: { description: 'No act was found in force or promulgated; there may be a bill.' },
  },
});

export enum ProceedingStep {
  LETTER_OF_FORMAL_NOTICE = 'LETTER_OF_FORMAL_NOTICE',
  REASONED_OPINION = 'REASONED_OPINION',
  REFERRAL_TO_COURT = 'REFERRAL_TO_COURT',
}
registerEnumType(ProceedingStep, {
  name: 'ProceedingStep',
  description: 'A step of the Commission against a Member State that is late (Article 258 TFEU).',
  valuesConfig: {
    LETTER_OF_FORMAL_NOTICE: { description: 'Letter of formal notice.' },
    REASONED_OPINION: { description: 'Reasoned opinion.' },
    REFERRAL_TO_COURT: { description: 'Referral to the Court of Justice.' },
  },
});
