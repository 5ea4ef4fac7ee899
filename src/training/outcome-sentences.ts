import { Language } from '../shared/language.js';
import type { SubjectKind } from './curriculum.js';
import { Audience, type BloomLevel } from './training.enums.js';

/** What an outcome is about: the duty itself, its time limits, clauses that help, what they leave open, and more. */
export type Aspect = 'DUTY' | 'TIME' | 'CLAUSES' | 'GAP' | 'DETAILS' | 'AUTHORITIES';

/** Parts of a sentence, already in its language. */
export interface Parts {
  /** `the duty “…” (Article 20(1))`, or several as a list. */
  duties: string;
  citations: string;
  times: string;
  clauses: string;
  standards: string;
  count: number;
}

interface Sentence {
  level: BloomLevel;
  en: (parts: Parts) => string;
  da: (parts: Parts) => string;
}

const points = ({ count }: Parts) =>
  count === 1
    ? 'the point of the implementing act that sets'
    : `the ${count} points of implementing acts that set`;
const punkter = ({ count }: Parts) =>
  count === 1
    ? 'det punkt i gennemførelsesretsakten, der uddyber'
    : `de ${count} punkter i gennemførelsesretsakter, der uddyber`;

const SENTENCES: Readonly<Record<Audience, Partial<Record<Aspect, Sentence>>>> = {
  MANAGEMENT: {
    DUTY: {
      level: 'UNDERSTAND',
      en: ({ duties }) =>
        `Explain the meaning of ${duties} for the entity, and name the evidence to ask for.`,
      da: ({ duties }) =>
        `Forklar, hvad ${duties} betyder for enheden, og nævn den dokumentation, I skal bede om.`,
    },
    TIME: {
      level: 'REMEMBER',
      en: ({ times }) => `State the time limits that bind the entity: ${times}.`,
      da: ({ times }) => `Angiv de frister, enheden er bundet af: ${times}.`,
    },
    CLAUSES: {
      level: 'REMEMBER',
      en: ({ clauses }) => `Name the clauses of the standards that help most here: ${clauses}.`,
      da: ({ clauses }) => `Nævn de punkter i standarderne, der hjælper mest her: ${clauses}.`,
    },
    GAP: {
      level: 'EVALUATE',
      en: ({ citations, standards }) =>
        `Decide what the entity does about what stays open in ${citations} with ${standards} in place.`,
      da: ({ citations, standards }) =>
        `Beslut, hvad enheden gør ved det, der står åbent i ${citations}, når ${standards} er på plads.`,
    },
    AUTHORITIES: {
      level: 'UNDERSTAND',
      en: ({ citations }) =>
        `Explain what Member States and authorities must do and may do where duties are neglected: ${citations}.`,
      da: ({ citations }) =>
        `Forklar, hvad medlemsstater og myndigheder skal og kan gøre, når pligter forsømmes: ${citations}.`,
    },
  },
  SECURITY_LEAD: {
    DUTY: {
      level: 'ANALYZE',
      en: ({ duties }) =>
        `Break ${duties} down into tasks for the management system, each with an owner and evidence.`,
      da: ({ duties }) =>
        `Del ${duties} op i opgaver for ledelsessystemet, hver med en ansvarlig og dokumentation.`,
    },
    TIME: {
      level: 'APPLY',
      en: ({ times }) =>
        `Apply the time limits to a case from your own operations, and say when each ends: ${times}.`,
      da: ({ times }) =>
        `Anvend fristerne på et tilfælde fra jeres egen drift, og sig, hvornår hver af dem udløber: ${times}.`,
    },
    CLAUSES: {
      level: 'APPLY',
      en: ({ clauses }) =>
        `Use these clauses as far as they reach, and say for each what it answers: ${clauses}.`,
      da: ({ clauses }) =>
        `Brug disse punkter, så langt de rækker, og sig for hvert af dem, hvad det besvarer: ${clauses}.`,
    },
    GAP: {
      level: 'CREATE',
      en: ({ citations, standards }) =>
        `Draw up a plan that closes what stays open in ${citations} with ${standards} in place.`,
      da: ({ citations, standards }) =>
        `Læg en plan, der lukker det, der står åbent i ${citations}, når ${standards} er på plads.`,
    },
    DETAILS: {
      level: 'APPLY',
      en: (parts) => `Apply ${points(parts)} this out in detail to your own entity.`,
      da: (parts) => `Anvend ${punkter(parts)} dette, på jeres egen enhed.`,
    },
  },
  PRACTITIONER: {
    DUTY: {
      level: 'APPLY',
      en: ({ duties }) => `Carry out your own part of ${duties}, and leave a record of it.`,
      da: ({ duties }) => `Udfør din egen del af ${duties}, og dokumentér det.`,
    },
    TIME: {
      level: 'APPLY',
      en: ({ times }) => `Do in an exercise what each time limit asks for before it ends: ${times}.`,
      da: ({ times }) => `Gør i en øvelse det, hver frist kræver, inden den udløber: ${times}.`,
    },
    CLAUSES: {
      level: 'APPLY',
      en: ({ clauses }) => `Put these clauses into practice: ${clauses}.`,
      da: ({ clauses }) => `Omsæt disse punkter til praksis: ${clauses}.`,
    },
    GAP: {
      level: 'APPLY',
      en: ({ citations, standards }) =>
        `Carry out in your own field what stays open in ${citations} with ${standards} in place.`,
      da: ({ citations, standards }) =>
        `Udfør på dit eget område det, der står åbent i ${citations}, når ${standards} er på plads.`,
    },
    DETAILS: {
      level: 'APPLY',
      en: (parts) => `Carry out, where they fall in your own field, ${points(parts)} this out in detail.`,
      da: (parts) => `Udfør, hvor det falder inden for dit eget område, ${punkter(parts)} dette.`,
    },
  },
  AUDITOR: {
    DUTY: {
      level: 'EVALUATE',
      en: ({ duties }) => `Judge by evidence how far the entity meets ${duties}.`,
      da: ({ duties }) => `Vurdér på grundlag af dokumentation, i hvilket omfang enheden opfylder ${duties}.`,
    },
    TIME: {
      level: 'EVALUATE',
      en: ({ times }) => `Examine by the records whether the time limits were kept: ${times}.`,
      da: ({ times }) => `Efterprøv ud fra dokumentationen, om fristerne er overholdt: ${times}.`,
    },
    CLAUSES: {
      level: 'ANALYZE',
      en: ({ clauses }) =>
        `Say for each of these clauses what its evidence shows about the law, and what it does not: ${clauses}.`,
      da: ({ clauses }) =>
        `Gør for hvert af disse punkter rede for, hvad dokumentationen viser om lovens opfyldelse, og hvad den ikke viser: ${clauses}.`,
    },
    GAP: {
      level: 'EVALUATE',
      en: ({ citations, standards }) =>
        `Judge by evidence of its own what stays open in ${citations} with ${standards} in place; a certificate does not show it.`,
      da: ({ citations, standards }) =>
        `Vurdér ud fra særskilt dokumentation det, der står åbent i ${citations}, når ${standards} er på plads; et certifikat viser det ikke.`,
    },
    DETAILS: {
      level: 'EVALUATE',
      en: (parts) => `Judge by evidence how far the entity meets ${points(parts)} this out in detail.`,
      da: (parts) =>
        `Vurdér på grundlag af dokumentation, i hvilket omfang enheden opfylder ${punkter(parts)} dette.`,
    },
  },
  ALL_STAFF: {
    DUTY: {
      level: 'UNDERSTAND',
      en: ({ duties }) =>
        `Explain in your own words why the entity has ${duties}, and what that changes in your working day.`,
      da: ({ duties }) =>
        `Forklar med dine egne ord, hvorfor enheden har ${duties}, og hvad det ændrer i din arbejdsdag.`,
    },
    TIME: {
      level: 'REMEMBER',
      en: ({ times }) =>
        `State the time limits of the entity, and why it needs word from you at once: ${times}.`,
      da: ({ times }) =>
        `Angiv enhedens frister, og sig, hvorfor du skal give besked med det samme: ${times}.`,
    },
  },
};

/** The management body is not told about Article 20, it carries it out: its outcome there asks for a judgement. */
const OWN_DUTY: Sentence = {
  level: 'EVALUATE',
  en: ({ duties }) =>
    `Judge how far your own management body meets ${duties}, and decide on what is missing.`,
  da: ({ duties }) =>
    `Vurdér, i hvilket omfang jeres eget ledelsesorgan opfylder ${duties}, og tag stilling til det, der mangler.`,
};

/** How an outcome is worded for an audience; null where that aspect is not for them. */
export function sentenceFor(audience: Audience, aspect: Aspect, subject: SubjectKind): Sentence | null {
  if (audience === Audience.MANAGEMENT && aspect === 'DUTY' && subject === 'GOVERNANCE') return OWN_DUTY;
  return SENTENCES[audience][aspect] ?? null;
}

export const say = (sentence: Sentence, language: Language, parts: Parts) =>
  language === Language.DA ? sentence.da(parts) : sentence.en(parts);
