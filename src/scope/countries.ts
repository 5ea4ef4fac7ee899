import { GraphQLCountryCode } from 'graphql-scalars';
import { badInput } from '../shared/errors.js';
import { nearest } from '../shared/nearest.js';

/** Codes that people write, and Union texts use, which ISO 3166-1 spells otherwise. */
const WRITTEN_FOR: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** Territories of the Union with a code of their own, as the Member State they belong to (TFEU Art. 349, 355(1) and (4)). */
const BELONGS_TO: Readonly<Record<string, string>> = {
  AX: 'FI',
  GF: 'FR',
  GP: 'FR',
  MF: 'FR',
  MQ: 'FR',
  RE: 'FR',
  YT: 'FR',
};

const NAMES = ['en', 'da'].map((language) => new Intl.DisplayNames([language], { type: 'region' }));

/** Checks ISO 3166-1 alpha-2 codes; one that does not exist is an error with the nearest that does. */
export function readCountries(
  codes: readonly string[],
  argument: string,
  memberStates: ReadonlySet<string>,
): string[] {
  for (const code of codes) {
    if (isCountry(code)) continue;
    const value = code.slice(0, 60);
    const suggestions = suggestionsFor(value, memberStates);
    const hint = suggestions.length
      ? `Did you mean ${suggestions.join(' or ')}?`
      : 'Use a code of two capital letters, such as DK.';
    throw badInput(`${argument}: ${JSON.stringify(value)} is no ISO 3166-1 country code. ${hint}`, {
      argument,
      value,
      suggestions,
    });
  }
  return [...new Set(codes.map((code) => BELONGS_TO[code] ?? code))];
}

function isCountry(code: string): boolean {
  try {
    return /^[A-Z]{2}$/.test(code) && GraphQLCountryCode.parseValue(code) === code;
  } catch {
    return false;
  }
}

/** By the code, or by the name of a Member State in English or Danish. */
function suggestionsFor(written: string, memberStates: ReadonlySet<string>): string[] {
  const upper = written.toUpperCase();
  const known = WRITTEN_FOR[upper];
  if (known) return [known];
  if (isCountry(upper)) return [upper];
  const byName = new Map(
    [...memberStates].flatMap((code) => NAMES.map((names) => [names.of(code) ?? code, code] as const)),
  );
  return [
    ...new Set([
      ...nearest(written, byName.keys()).map((name) => byName.get(name) ?? ''),
      ...nearest(written, memberStates),
    ]),
  ].slice(0, 3);
}
