import { Duration } from 'luxon';
import { ProvisionKind } from '../law/law.enums.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Provision } from '../law/provision.entity.js';
import { Language, type Text } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';

/** A text made in both languages by the same rule. */
export const inBoth = (say: (language: Language) => string): Text => ({
  en: say(Language.EN),
  da: say(Language.DA),
});

/** `a, b and c`, each only once; in Danish with a comma before `og` behind a place that has commas itself. */
export function listed(parts: Iterable<string>, language: Language): string {
  const each = [...new Set(parts)];
  const list = new Intl.ListFormat(language.toLowerCase(), { type: 'conjunction' }).format(each);
  const [beforeLast = ''] = each.at(-2)?.split('(') ?? [];
  if (language !== Language.DA || !beforeLast.includes(',')) return list;
  const last = ` og ${each.at(-1)}`;
  return `${list.slice(0, -last.length)},${last}`;
}

export const quoted = (text: string, language: Language) =>
  language === Language.DA ? `»${text}«` : `“${text}”`;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `24 hours`, `1 måned`: an ISO 8601 duration as people say it. */
export const timeIn = (duration: string, language: Language) =>
  Duration.fromISO(duration, { locale: language.toLowerCase() }).toHuman();

export const citedIn = (obligations: readonly Obligation[], language: Language) =>
  listed(
    obligations.map((obligation) => obligation.citation({ language })),
    language,
  );

/** The articles that duties stand in, where naming each place would be too much. */
export const articlesIn = (obligations: readonly Obligation[], language: Language) =>
  listed(
    obligations.map(({ provision }) => articleOf(provision).citation({ language })),
    language,
  );

function articleOf(provision: Provision): Provision {
  if (provision.kind === ProvisionKind.ARTICLE) return provision;
  return provision.parent ? articleOf(provision.parent) : provision;
}

/** A citation at the head of a sentence; Danish sets a comma behind a place that has commas itself. */
export function heading(obligation: Obligation, language: Language): string {
  const citation = capital(obligation.citation({ language }));
  return language === Language.DA && citation.includes(',') ? `${citation},` : citation;
}

export const referencesOf = (standards: readonly Standard[], language: Language) =>
  listed(
    standards.map(({ reference }) => reference),
    language,
  );

/** `ISO/IEC 27001:2022 5.1, A.5.1; ISO 22301:2019 5.1`. */
export function numbersOf(clauses: readonly Clause[]): string {
  const byReference = new Map<string, string[]>();
  for (const { standard, number } of clauses)
    byReference.set(standard.reference, [...(byReference.get(standard.reference) ?? []), number]);
  return [...byReference].map(([reference, numbers]) => `${reference} ${numbers.join(', ')}`).join('; ');
}
