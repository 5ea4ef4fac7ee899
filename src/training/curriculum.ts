import { ObligationKind } from '../law/law.enums.js';
import { measuresOf } from '../law/law.graph.js';
import type { Measure } from '../law/measure.entity.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Text } from '../shared/language.js';
import type { Audience } from './training.enums.js';
import { capital, inBoth } from './wording.js';

/** What a module of an outline can be about. */
export type SubjectKind =
  | 'GOVERNANCE'
  | 'FOUNDATIONS'
  | 'MEASURES_TOGETHER'
  | 'MEASURE'
  | 'REPORTING'
  | 'ENTITY_DATA'
  | 'DOMAIN_DATA'
  | 'SUPERVISION';

/** What an audience is taught, in the order in which it is taught and kept when minutes run short. */
interface Plan {
  minutes: number;
  /** Shortest time of a module, a multiple of the step. */
  shortest: number;
  /** Whether the points of implementing acts that set a duty out in detail are taught as well. */
  details: boolean;
  /** Subjects with how much they matter to the audience beside what their gaps ask for. */
  subjects: readonly { kind: SubjectKind; emphasis: number; points?: readonly string[] }[];
}

export const PLANS: Readonly<Record<Audience, Plan>> = {
  // Article 20 first: what the body itself must do. Then what it answers for, and what follows if it does not.
  MANAGEMENT: {
    minutes: 240,
    shortest: 15,
    details: false,
    subjects: [
      { kind: 'GOVERNANCE', emphasis: 3 },
      { kind: 'MEASURES_TOGETHER', emphasis: 2 },
      { kind: 'REPORTING', emphasis: 1 },
      { kind: 'SUPERVISION', emphasis: 2 },
      { kind: 'ENTITY_DATA', emphasis: 1 },
      { kind: 'DOMAIN_DATA', emphasis: 1 },
    ],
  },
  SECURITY_LEAD: {
    minutes: 840,
    shortest: 15,
    details: true,
    subjects: [
      { kind: 'FOUNDATIONS', emphasis: 1 },
      { kind: 'MEASURE', emphasis: 3 },
      { kind: 'REPORTING', emphasis: 2 },
      { kind: 'GOVERNANCE', emphasis: 1 },
      { kind: 'ENTITY_DATA', emphasis: 1 },
      { kind: 'DOMAIN_DATA', emphasis: 1 },
    ],
  },
  PRACTITIONER: {
    minutes: 420,
    shortest: 15,
    details: true,
    subjects: [
      { kind: 'MEASURE', emphasis: 2 },
      { kind: 'REPORTING', emphasis: 1 },
      { kind: 'DOMAIN_DATA', emphasis: 1 },
    ],
  },
  AUDITOR: {
    minutes: 420,
    shortest: 15,
    details: true,
    subjects: [
      { kind: 'FOUNDATIONS', emphasis: 1 },
      { kind: 'MEASURE', emphasis: 2 },
      { kind: 'GOVERNANCE', emphasis: 1 },
      { kind: 'REPORTING', emphasis: 1 },
      { kind: 'ENTITY_DATA', emphasis: 1 },
      { kind: 'DOMAIN_DATA', emphasis: 1 },
    ],
  },
  // What everybody meets: hygiene, passing events on and why it is urgent, their access, how they log in and talk.
  ALL_STAFF: {
    minutes: 60,
    shortest: 5,
    details: false,
    subjects: [
      { kind: 'MEASURE', emphasis: 3, points: ['g'] },
      { kind: 'MEASURE', emphasis: 2, points: ['b'] },
      { kind: 'REPORTING', emphasis: 1 },
      { kind: 'MEASURE', emphasis: 1, points: ['i', 'j'] },
    ],
  },
};

/** A module before it has minutes: its subject, and the duties in scope that belong to it. */
export interface Subject {
  kind: SubjectKind;
  titleText: Text;
  emphasis: number;
  obligations: readonly Obligation[];
}

const TITLES: Readonly<Record<Exclude<SubjectKind, 'MEASURE'>, Text>> = {
  GOVERNANCE: {
    en: 'The management body: approving, overseeing, learning',
    da: 'Ledelsesorganet: godkendelse, tilsyn og kurser',
  },
  FOUNDATIONS: {
    en: 'Measures that are appropriate, proportionate and put right when they fall short',
    da: 'Foranstaltninger, der er passende og forholdsmæssige og rettes, når de ikke slår til',
  },
  MEASURES_TOGETHER: {
    en: 'The risk-management measures at a glance',
    da: 'Overblik over foranstaltningerne',
  },
  REPORTING: { en: 'Reporting significant incidents', da: 'Rapportering af væsentlige hændelser' },
  ENTITY_DATA: {
    en: 'Registration, information and certification',
    da: 'Registrering, oplysninger og certificering',
  },
  DOMAIN_DATA: { en: 'Domain name registration data', da: 'Domænenavnsregistreringsdata' },
  SUPERVISION: { en: 'Supervision, sanctions and liability', da: 'Tilsyn, sanktioner og ansvar' },
};

const KINDS: Readonly<Record<Exclude<SubjectKind, 'MEASURE'>, readonly ObligationKind[]>> = {
  GOVERNANCE: [ObligationKind.GOVERNANCE],
  FOUNDATIONS: [ObligationKind.RISK_MANAGEMENT],
  MEASURES_TOGETHER: [ObligationKind.RISK_MANAGEMENT],
  REPORTING: [ObligationKind.REPORTING],
  ENTITY_DATA: [ObligationKind.REGISTRATION, ObligationKind.INFORMATION, ObligationKind.STANDARDISATION],
  DOMAIN_DATA: [ObligationKind.DOMAIN_DATA],
  SUPERVISION: [ObligationKind.SUPERVISION],
};

/** The subjects an audience is taught, of those duties that are in scope; a subject without any is none. */
export function subjectsFor(
  audience: Audience,
  inScope: readonly Obligation[],
  measures: readonly Measure[],
): Subject[] {
  const { subjects, details } = PLANS[audience];
  const taught = inScope.filter(({ specifies }) => details || specifies.length === 0);
  return subjects
    .flatMap(({ kind, emphasis, points }): Subject[] => {
      if (kind === 'MEASURE')
        return measures
          .filter(({ point }) => !points || points.includes(point))
          .map((measure) => measureSubject(measure, emphasis, taught));
      const obligations = taught.filter((obligation) => belongsTo(kind, obligation));
      return [{ kind, emphasis, titleText: TITLES[kind], obligations }];
    })
    .filter(({ obligations }) => obligations.length > 0);
}

function measureSubject(measure: Measure, emphasis: number, taught: readonly Obligation[]): Subject {
  return {
    kind: 'MEASURE',
    emphasis,
    titleText: inBoth((language) =>
      capital(`${measure.citation({ language })}: ${measure.title({ language })}`),
    ),
    obligations: taught.filter((obligation) => measuresOf(obligation).includes(measure)),
  };
}

/** What authorities do is a subject only where it is what the entity meets: supervision and sanctions. */
function belongsTo(kind: Exclude<SubjectKind, 'MEASURE'>, obligation: Obligation): boolean {
  if (!KINDS[kind].includes(obligation.kind)) return false;
  if (kind === 'FOUNDATIONS' && measuresOf(obligation).length > 0) return false;
  return obligation.entityFacing || kind === 'SUPERVISION';
}
