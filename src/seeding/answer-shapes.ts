import type { BasisKey, ReportingStageKind } from '../reporting/reporting-stage.entity.js';
import type { Condition } from '../scope/condition.js';
import type { ScopeEffects, ScopeRuleKind, SizeCeiling } from '../scope/scope-rule.entity.js';
import type { ClassificationOutcome } from '../scope/scope.enums.js';
import type { Text } from '../shared/language.js';
import type { Audience, BloomLevel } from '../training/training.enums.js';

/** The shapes of the seed files that answers are computed from: the clocks, the rules of scope, the courses. */

export interface ReportingStagesSeed {
  instrument: string;
  recipient: Text;
  stages: {
    kind: ReportingStageKind;
    obligation: string;
    mandatory: boolean;
    forTrustServices?: true;
    afterOngoing?: true;
    bases: Partial<Record<BasisKey, Text>>;
    content: Text[];
  }[];
}

export interface CourseSeed {
  slug: string;
  title: Text;
  summary: Text;
  audience: Audience;
  roleProfiles: string[];
  sources: string[];
  modules: {
    slug: string;
    title: Text;
    summary: Text;
    minutes: number;
    outcomes: {
      slug: string;
      level: BloomLevel;
      statement: Text;
      obligations: string[];
      clauses: string[];
    }[];
  }[];
}

/** Places, entity types and rules are named by what stands behind the first slash of their ids. */
export interface ScopeRuleSeed extends ScopeEffects {
  key: string;
  kind: ScopeRuleKind;
  provision: string;
  when: Condition;
  outcome?: ClassificationOutcome;
  statement: Text;
}

export interface ScopeSeed {
  ceilings: (Pick<SizeCeiling, 'size' | 'headcountBelow' | 'turnoverEur' | 'balanceSheetEur'> & {
    provision: string;
  })[];
  questions: { key: string; text: Text }[];
  rules: ScopeRuleSeed[];
}
