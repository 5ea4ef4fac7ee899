import { BEARERS } from '../coverage/scope.js';
import { DutyBearer, EntityClass } from '../law/law.enums.js';
import type { LawGraph } from '../law/law.graph.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { SectorsGraph } from '../sectors/sectors.graph.js';
import type { Standard } from '../standards/standard.entity.js';
import { answersFor, type StandardsGraph } from '../standards/standards.graph.js';
import type { Verdict } from './classify.js';
import { Circumstance, ClassificationOutcome as Outcome } from './scope.enums.js';

/** What binds the entity, in the order of the law; where the outcome is open, what binds it in any case. */
export function obligationsOf(verdict: Verdict, law: LawGraph, sectors: SectorsGraph): Obligation[] {
  if (verdict.floor === Outcome.OUT_OF_SCOPE) return [];
  const classes = classesOf(verdict);
  const types = new Set(verdict.facts.types);
  const registrar = verdict.facts.circumstances.has(Circumstance.DOMAIN_NAME_REGISTRATION_SERVICES);
  const isLifted = liftedBy(verdict);
  const bindsEveryClass = ({ bearers, entityClass }: Obligation) =>
    classes.length > 0 &&
    classes.every(
      (one) => (entityClass ?? one) === one && bearers.some((bearer) => BEARERS[one].has(bearer)),
    );
  const reaches = (obligation: Obligation) =>
    obligation.appliesTo === 'ALL' || sectors.typesBoundBy(obligation).some((type) => types.has(type));
  return law.obligations.all.filter(
    (obligation) =>
      !isLifted(obligation) &&
      ((bindsEveryClass(obligation) && reaches(obligation)) ||
        (registrar && obligation.bearers.includes(DutyBearer.REGISTRAR))),
  );
}

/** The classes an entity may have: at least important, and still open, means either. */
function classesOf({ outcome, floor }: Verdict): EntityClass[] {
  if (outcome === Outcome.ESSENTIAL) return [EntityClass.ESSENTIAL];
  if (outcome === Outcome.IMPORTANT) return [EntityClass.IMPORTANT];
  return floor === Outcome.IMPORTANT ? [EntityClass.ESSENTIAL, EntityClass.IMPORTANT] : [];
}

function liftedBy({ rules }: Verdict): (obligation: Obligation) => boolean {
  const kinds = new Set(rules.flatMap(({ effects }) => effects.lifts?.kinds ?? []));
  const obligations = new Set(rules.flatMap(({ liftedObligations }) => liftedObligations));
  return (obligation) => kinds.has(obligation.kind) || obligations.has(obligation);
}

/** Current editions that answer in the sector of the entity: those for everybody, and its own. */
export function standardsOf({ outcome, facts }: Verdict, { standards }: StandardsGraph): Standard[] {
  if (outcome === Outcome.OUT_OF_SCOPE) return [];
  const types = new Set(facts.types);
  return standards.all.filter((standard) => standard.current && answersFor(standard, types));
}
