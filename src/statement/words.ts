import type { Language } from '../shared/language.js';
import type { Miss } from './find-clause.js';

interface Words {
  noColumns: string;
  misses: Readonly<Record<Miss, string>>;
  status: string;
  plainList: string;
  onlyApplicable: string;
  formerly(former: string, clause: string): string;
}

/** What a reader is told of rows and files, in both languages. */
export const WORDS: Readonly<Record<Language, Words>> = {
  EN: {
    noColumns:
      'No column of control numbers was found. Call one "Control" or "Number", and others "Title", "Applicable" and "Implemented".',
    misses: {
      NOTHING: 'It names no clause that is known.',
      AMBIGUOUS: 'Several clauses have this number. Name the standard, write A. in front, or give the title.',
      HEADING: 'It is a heading, under which the clauses stand.',
      TITLE_DIFFERS: 'Number and title name different clauses.',
      GONE: 'It is of an earlier edition, and nothing is known of what took its place.',
    },
    status: 'What it says of applicability or implementation is not understood.',
    plainList: 'The file has no column on implementation: every control in it counts as in place.',
    onlyApplicable:
      'The file says what is applicable and not what is implemented: nothing counts as in place.',
    formerly: (former, clause) => `${former} has become ${clause}.`,
  },
  DA: {
    noColumns:
      'Der er ingen kolonne med kontrolnumre. Kald en "Kontrol" eller "Nummer" og andre "Titel", "Anvendelig" og "Implementeret".',
    misses: {
      NOTHING: 'Den nævner intet kendt punkt.',
      AMBIGUOUS: 'Flere punkter har det nummer. Nævn standarden, skriv A. foran, eller angiv titlen.',
      HEADING: 'Det er en overskrift, som punkterne står under.',
      TITLE_DIFFERS: 'Nummer og titel hører til hvert sit punkt.',
      GONE: 'Det er fra en tidligere udgave, og hvad der er trådt i stedet, vides ikke.',
    },
    status: 'Det, den siger om anvendelighed eller implementering, er ikke til at forstå.',
    plainList:
      'Filen har ingen kolonne om implementering: alle kontroller i den regnes for at være på plads.',
    onlyApplicable:
      'Filen siger, hvad der er anvendeligt, og ikke hvad der er implementeret: intet regnes for at være på plads.',
    formerly: (former, clause) => `${former} er blevet til ${clause}.`,
  },
};
