import { registerEnumType } from 'type-graphql';

export enum StandardRole {
  REQUIREMENTS = 'REQUIREMENTS',
  GUIDANCE = 'GUIDANCE',
  SECTOR_GUIDANCE = 'SECTOR_GUIDANCE',
}
registerEnumType(StandardRole, {
  name: 'StandardRole',
  description: 'What a standard is for.',
  valuesConfig: {
    REQUIREMENTS: { description: 'Sets requirements that an organisation can be certified against.' },
    GUIDANCE: { description: 'Gives guidance; nobody is certified against it.' },
    SECTOR_GUIDANCE: { description: 'Gives guidance for one sector only.' },
  },
});

export enum ClauseKind {
  HEADING = 'HEADING',
  REQUIREMENT = 'REQUIREMENT',
  CONTROL = 'CONTROL',
  GUIDANCE = 'GUIDANCE',
}
registerEnumType(ClauseKind, {
  name: 'ClauseKind',
  description: 'What a numbered place in a standard holds.',
  valuesConfig: {
    HEADING: { description: 'Only a title over other clauses. No edge points at it.' },
    REQUIREMENT: { description: 'A requirement of a management system.' },
    CONTROL: {
      description: 'A control: listed in an annex of requirements, or in a reference set of controls.',
    },
    GUIDANCE: { description: 'Guidance.' },
  },
});

export enum ClauseLink {
  DETAILS = 'DETAILS',
  EXTENDS = 'EXTENDS',
  SUPPORTS = 'SUPPORTS',
  SAME_STRUCTURE = 'SAME_STRUCTURE',
  CORRESPONDS = 'CORRESPONDS',
}
registerEnumType(ClauseLink, {
  name: 'ClauseLink',
  description:
    'How a clause stands to a clause of another standard. A link is shown from both ends under the same name.',
  valuesConfig: {
    DETAILS: {
      description:
        'The same control, once as a requirement and once with guidance. Edges are inherited from the requirement.',
    },
    EXTENDS: { description: 'The same control taken over into a sector standard. Edges are inherited.' },
    SUPPORTS: { description: 'Guidance on how to meet a requirement. Edges are not inherited.' },
    SAME_STRUCTURE: {
      description:
        'The same place in the harmonised structure of management system standards, or the same subject. Edges are not inherited.',
    },
    CORRESPONDS: { description: 'The control that took the place of one in an earlier edition.' },
  },
});

export enum LinkBasis {
  STATED = 'STATED',
  DERIVED = 'DERIVED',
}
registerEnumType(LinkBasis, {
  name: 'LinkBasis',
  description: 'What a link between clauses rests on.',
  valuesConfig: {
    STATED: { description: 'A source says so.' },
    DERIVED: { description: 'Derived by the project from equal titles or subjects.' },
  },
});

export enum Completeness {
  COMPLETE = 'COMPLETE',
  PARTIAL = 'PARTIAL',
}
registerEnumType(Completeness, {
  name: 'Completeness',
  description: "How much of a standard's numbers and titles is known here.",
  valuesConfig: {
    COMPLETE: { description: 'Every clause is listed.' },
    PARTIAL: {
      description: 'Clauses are missing; `completenessNote` says which. Nothing is invented in their place.',
    },
  },
});

export enum Verification {
  TWO_SOURCES = 'TWO_SOURCES',
  ONE_SOURCE = 'ONE_SOURCE',
  UNVERIFIED = 'UNVERIFIED',
}
registerEnumType(Verification, {
  name: 'Verification',
  description: 'How well a number and its exact English title are confirmed.',
  valuesConfig: {
    TWO_SOURCES: { description: 'At least two independent sources agree.' },
    ONE_SOURCE: { description: 'Seen in one source only.' },
    UNVERIFIED: { description: 'Number and subject may be right, the wording is not confirmed.' },
  },
});
