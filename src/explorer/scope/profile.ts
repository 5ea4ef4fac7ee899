import type { Profile } from '../address.js';

/** What else may be the case, in the order of the law; the words are in the dictionary. */
export const CIRCUMSTANCES = [
  'CENTRAL_GOVERNMENT',
  'REGIONAL_GOVERNMENT',
  'LOCAL_GOVERNMENT',
  'EDUCATION_WITH_CRITICAL_RESEARCH',
  'QUALIFIED_TRUST_SERVICE_PROVIDER',
  'DOMAIN_NAME_REGISTRATION_SERVICES',
  'SOLE_PROVIDER',
  'PUBLIC_SAFETY_IMPACT',
  'SYSTEMIC_RISK',
  'NATIONAL_OR_REGIONAL_IMPORTANCE',
  'CRITICAL_ENTITY_UNDER_CER',
  'DESIGNATED_ESSENTIAL_BY_MEMBER_STATE',
  'OPERATOR_OF_ESSENTIAL_SERVICES_UNDER_NIS1',
  'EXEMPTED_FROM_DORA',
  'NATIONAL_SECURITY_OR_DEFENCE',
] as const;

export const TYPE = 'entity-type/nis2/';

/** Nothing is asked before anything says what the entity is. */
export function profileInput(profile: Profile): Record<string, unknown> | undefined {
  const { types, circumstances } = profile;
  if (types.length === 0 && circumstances.length === 0) return undefined;
  return {
    entityTypes: types.map((type) => TYPE + type),
    circumstances,
    size: profile.size,
    headcount: profile.headcount === undefined ? undefined : Math.trunc(profile.headcount),
    annualTurnoverEur: profile.turnover,
    balanceSheetEur: profile.balance,
    establishedIn: profile.establishedIn,
    servesIn: profile.servesIn,
    mainEstablishment: profile.mainEstablishment,
  };
}

/** `I.8` of `I.8.4`: the annex and the number of the sector lead the id of a type. */
export const sectorOfType = (type: string) => type.split('.').slice(0, 2).join('.');

/** Codes as people type them: `dk, se`. */
export const readCountries = (text: string) =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
