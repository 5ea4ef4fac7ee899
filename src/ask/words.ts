import type { Language } from '../shared/language.js';

const EN = {
  levels: {
    FULL: 'full',
    PARTIAL: 'partial',
    NONE: 'none: looked at, and nothing covers it',
    UNASSESSED: 'unassessed: nobody has looked yet',
  },
  level: 'Covered by the current standards',
  left: 'Left to do',
  gap: 'Missing',
  unassessed: 'Not yet judged for it',
  also: 'It may also mean:',
  coversNothing: 'No obligation is covered by it, as far as has been judged.',
  release: (version: string, disclaimer: string) => `Kobling, release ${version}. ${disclaimer}`,
  more: (count: number) => `... and ${count} more; --json has them all.`,
  covers: (count: number) => `Obligations it helps to cover: ${count}`,
  ambiguous: (reference: string) => `"${reference}" may mean several things:`,
  unknown: (reference: string) => `Nothing is known by "${reference}".`,
};

export type Words = typeof EN;

const DA: Words = {
  levels: {
    FULL: 'fuldt',
    PARTIAL: 'delvist',
    NONE: 'slet ikke: det er vurderet, og intet dækker',
    UNASSESSED: 'ikke vurderet endnu',
  },
  level: 'Dækket af de gældende standarder',
  left: 'Det mangler',
  gap: 'Mangler',
  unassessed: 'Endnu ikke vurderet for den',
  also: 'Det kan også betyde:',
  coversNothing: 'Så vidt det er vurderet, dækker det ingen forpligtelse.',
  release: (version: string, disclaimer: string) => `Kobling, udgave ${version}. ${disclaimer}`,
  more: (count: number) => `... og ${count} til; --json viser dem alle.`,
  covers: (count: number) => `Forpligtelser, det hjælper med at dække: ${count}`,
  ambiguous: (reference: string) => `»${reference}« kan betyde flere ting:`,
  unknown: (reference: string) => `»${reference}« kendes ikke.`,
};

export const WORDS: Readonly<Record<Language, Words>> = { EN, DA };
