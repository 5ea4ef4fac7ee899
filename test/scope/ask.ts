import { expect } from '@jest/globals';
import type { Kobling } from '../support/kobling.js';

export const CLASSIFY = `query ($input: EntityProfileInput!) { classifyEntity(input: $input) {
  outcome size jurisdictions supervision supervisionDa: supervision(language: DA)
  openQuestions openQuestionsDa: openQuestions(language: DA)
  maximumFine { amountEur turnoverPercent provision { id } } lexSpecialis { id }
  reasons { rule decisive statement statementDa: statement(language: DA) provision { id citation } }
  obligations { id kind bearers } standards { id } } }`;

export interface Answer {
  outcome: string;
  size: string | null;
  jurisdictions: string[];
  supervision: string | null;
  supervisionDa: string | null;
  openQuestions: string[];
  openQuestionsDa: string[];
  maximumFine: { amountEur: number; turnoverPercent: number; provision: { id: string } } | null;
  lexSpecialis: { id: string }[];
  reasons: {
    rule: string;
    decisive: boolean;
    statement: string;
    statementDa: string;
    provision: { id: string; citation: string };
  }[];
  obligations: { id: string; kind: string; bearers: string[] }[];
  standards: { id: string }[];
}

export const profile = (types: string[], rest: object = {}) => ({
  entityTypes: types.map((type) => `entity-type/nis2/${type}`),
  ...rest,
});
/** Asks a running Kobling, as a client would. */
export const classifyWith =
  (kobling: Kobling) =>
  async (types: string[], rest: object = {}): Promise<Answer> => {
    const { data, errors } = await kobling.ask(CLASSIFY, { input: profile(types, rest) });
    expect(errors).toBeUndefined();
    return data.classifyEntity as Answer;
  };
export const decisive = ({ reasons }: Answer) =>
  reasons.filter((reason) => reason.decisive).map(({ rule }) => rule.replace('scope-rule/', ''));
export const rulesOf = ({ reasons }: Answer) => reasons.map(({ rule }) => rule.replace('scope-rule/', ''));
export const idsOf = (records: { id: string }[]) => records.map(({ id }) => id);
