import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instrument } from '../law/instrument.entity.js';
import type { ObligationKind } from '../law/law.enums.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Provision } from '../law/provision.entity.js';
import type { EntityType, JurisdictionRule } from '../sectors/entity-type.entity.js';
import type { Text } from '../shared/language.js';
import type { Condition } from './condition.js';
import type { Circumstance, ClassificationOutcome, EnterpriseSize } from './scope.enums.js';

/** What a rule does when it holds; the order is the order in which kinds are asked. */
export enum ScopeRuleKind {
  /** A circumstance says of what type the entity is. */
  TYPE = 'TYPE',
  /** How large the entity is; other rules build on it. */
  SIZE = 'SIZE',
  /** Takes something out of scope. */
  EXCLUSION = 'EXCLUSION',
  /** Brings into scope, or says why size does not. */
  SCOPE = 'SCOPE',
  /** Says whether essential or important. */
  CLASS = 'CLASS',
  /** Another act takes the place of duties. */
  LEX_SPECIALIS = 'LEX_SPECIALIS',
  JURISDICTION = 'JURISDICTION',
  SUPERVISION = 'SUPERVISION',
  FINE = 'FINE',
  /** Worth knowing, decides nothing. */
  NOTE = 'NOTE',
}

/** What a rule changes besides the outcome. */
export interface ScopeEffects {
  /** Entity types added (TYPE). */
  adds?: string[];
  /** All that stays in scope (EXCLUSION); nothing else does. */
  leaves?: { types: string[]; circumstances: Circumstance[] };
  /** Entity types that do not count (EXCLUSION). */
  removes?: string[];
  /** Circumstances that do not count (EXCLUSION). */
  disregards?: Circumstance[];
  /** The act that applies instead (LEX_SPECIALIS). */
  instead?: string;
  /** Duties that do not bind such an entity. */
  lifts?: { kinds?: ObligationKind[]; obligations?: string[] };
  jurisdiction?: JurisdictionRule;
  fine?: { amountEur: number; turnoverPercent: number };
  /** Key of a question that stays open when the rule holds. */
  question?: string;
}

/** One rule of the decision table over Articles 2, 3, 4, 26 and 31 to 34. */
@Entity('scope_rule')
export class ScopeRule {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  kind!: ScopeRuleKind;

  @Column('text')
  provisionId!: string;

  provision!: Provision;

  @Column('simple-json')
  when!: Condition;

  @Column('text', { nullable: true })
  outcome!: ClassificationOutcome | null;

  @Column('simple-json')
  effects!: ScopeEffects;

  addedTypes!: readonly EntityType[];

  instead!: Instrument | null;

  liftedObligations!: readonly Obligation[];

  @Column('simple-json')
  statementText!: Text;
}

/** What is asked where a profile does not say enough. */
@Entity('scope_question')
export class ScopeQuestion {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  position!: number;

  @Column('simple-json')
  text!: Text;
}

/** The ceilings of one size: it, or a smaller one, is an enterprise with fewer persons and one of the sums at most. */
@Entity('size_ceiling')
export class SizeCeiling {
  @PrimaryColumn('text')
  size!: EnterpriseSize;

  @Column('integer')
  position!: number;

  @Column('integer')
  headcountBelow!: number;

  @Column('integer')
  turnoverEur!: number;

  @Column('integer')
  balanceSheetEur!: number;
}
