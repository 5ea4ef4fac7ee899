import { ArgsType, Field, registerEnumType } from 'type-graphql';

export enum Language {
  EN = 'EN',
  DA = 'DA',
}
registerEnumType(Language, {
  name: 'Language',
  description: 'Languages of everything people read. Where a text has no Danish yet, English is served.',
  valuesConfig: { EN: { description: 'English, the default.' }, DA: { description: 'Danish.' } },
});

export enum TextStatus {
  OFFICIAL = 'OFFICIAL',
  UNOFFICIAL = 'UNOFFICIAL',
  OWN = 'OWN',
  UNTRANSLATED = 'UNTRANSLATED',
}
registerEnumType(TextStatus, {
  name: 'TextStatus',
  description: 'Where the wording of a title or name comes from, in the language asked for.',
  valuesConfig: {
    OFFICIAL: { description: 'Printed so by the publisher: the Official Journal, ISO or Dansk Standard.' },
    UNOFFICIAL: { description: 'From public material; not confirmed against an official print.' },
    OWN: { description: "The project's own wording." },
    UNTRANSLATED: { description: 'Not known in the language asked for; the English wording is served.' },
  },
});

/** A text in both languages. `status` tells where the wording comes from; Danish may differ from English. */
export interface Text {
  en: string;
  da?: string;
  status?: TextStatus;
  daStatus?: TextStatus;
}

@ArgsType()
export class InLanguage {
  @Field(() => Language, { nullable: true, description: 'Language of the answer. English if left out.' })
  language?: Language;
}

/** The text in the language asked for; English where there is no Danish yet, never an empty string. */
export function inLanguage(text: Text, { language }: InLanguage): string {
  return language === Language.DA && text.da ? text.da : text.en;
}

export function statusInLanguage(text: Text, { language }: InLanguage): TextStatus {
  const status = text.status ?? TextStatus.OWN;
  if (language !== Language.DA) return status;
  return text.da ? (text.daStatus ?? status) : TextStatus.UNTRANSLATED;
}
