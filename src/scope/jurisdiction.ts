import { JurisdictionRule } from '../sectors/entity-type.entity.js';
import type { Asked } from './questions.js';
import type { Profile } from './profile.js';

/** Where an entity stands under one rule of Article 26, or what has to be asked. */
export interface Jurisdiction {
  countries: readonly string[];
  question: Asked | null;
}

type Places = Pick<Profile, 'establishedIn' | 'mainEstablishment' | 'servesIn' | 'memberStates'>;

export function jurisdictionBy(rule: JurisdictionRule, places: Places): Jurisdiction {
  const { establishedIn, mainEstablishment, servesIn, memberStates } = places;
  const inUnion = (codes: readonly string[] | null) => (codes ?? []).filter((code) => memberStates.has(code));
  const established = inUnion([
    ...new Set([...(establishedIn ?? []), ...(mainEstablishment ? [mainEstablishment] : [])]),
  ]);
  const saidWhere = establishedIn !== null || mainEstablishment !== null;
  const found = (countries: readonly string[], question: Asked | null = null) => ({ countries, question });
  switch (rule) {
    case JurisdictionRule.PLACE_OF_SERVICE: {
      // In scope, so it serves somewhere in the Union: if no such place is named, it was left out.
      const served = inUnion(servesIn);
      return found(served, served.length > 0 ? null : 'PLACE_OF_SERVICE');
    }
    case JurisdictionRule.MAIN_ESTABLISHMENT: {
      if (mainEstablishment && memberStates.has(mainEstablishment)) return found([mainEstablishment]);
      // The only establishment in the Union is the main one, by whichever step of Art. 26(2).
      if (established.length === 1) return found(established);
      if (established.length > 1 || !saidWhere) return found([], 'MAIN_ESTABLISHMENT');
      return found([], 'REPRESENTATIVE'); // Art. 26(3)
    }
    case JurisdictionRule.ESTABLISHING_MEMBER_STATE:
      return established.length === 1 ? found(established) : found([], 'ESTABLISHING_MEMBER_STATE');
    case JurisdictionRule.ESTABLISHMENT:
      return saidWhere ? found(established) : found([], 'ESTABLISHMENT');
  }
}
