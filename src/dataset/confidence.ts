import { registerEnumType } from 'type-graphql';

export enum Confidence {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  LOW = 'LOW',
}
registerEnumType(Confidence, {
  name: 'Confidence',
  description: 'How sure a judgement or a recorded fact is.',
  valuesConfig: {
    HIGH: { description: 'At least two public sources, besides the project, agree.' },
    MEDIUM: { description: 'One public source agrees, or the judgement is plain.' },
    LOW: { description: 'A colleague could reasonably judge otherwise.' },
  },
});
