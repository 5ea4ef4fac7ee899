import { Field, ID, InputType } from 'type-graphql';
import { DutyBearer, EntityClass, ObligationKind } from '../law/law.enums.js';
import { measuresOf, type NeedsLaw } from '../law/law.graph.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { EntityType } from '../sectors/entity-type.entity.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { nonEmpty } from '../shared/catalogue.js';
import { badInput } from '../shared/errors.js';
import type { Standard } from '../standards/standard.entity.js';
import { answersFor, type NeedsStandards } from '../standards/standards.graph.js';

@InputType({
  description:
    'Whose duties, and which. What is left out does not narrow; several parts narrow together; lists mean any of.',
})
export class ScopeInput {
  @Field(() => EntityClass, {
    nullable: true,
    description: 'Only duties that an entity of this class can have.',
  })
  entityClass?: EntityClass | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only duties that fall on one of these entity types. Also decides which sector standards count.',
  })
  entityTypes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only duties that fall on one of these sectors. Also decides which sector standards count.',
  })
  sectors?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only duties of these instruments. Left out, an act that details NIS2 for some entity types counts where the scope names one of them or its sector.',
  })
  instruments?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only duties of these measures of Article 21(2), and those that detail them.',
  })
  measures?: string[] | null;

  @Field(() => [ObligationKind], { nullable: true, description: 'Only duties of these kinds.' })
  kinds?: ObligationKind[] | null;
}

/** A scope, checked against a release. */
export interface Scope {
  /** The entity types in scope; null if the scope does not narrow them. */
  types: ReadonlySet<EntityType> | null;
  includes(obligation: Obligation): boolean;
  /** The duties of the regulated in scope, in the order of the law. */
  duties(): Obligation[];
}

/** TLD registries are essential whatever their size (Article 3(1)(b)), so their duties can meet an essential entity. */
export const BEARERS: Readonly<Record<EntityClass, ReadonlySet<DutyBearer>>> = {
  ESSENTIAL: new Set([DutyBearer.ESSENTIAL_ENTITY, DutyBearer.MANAGEMENT_BODY, DutyBearer.TLD_REGISTRY]),
  IMPORTANT: new Set([DutyBearer.IMPORTANT_ENTITY, DutyBearer.MANAGEMENT_BODY]),
};

type Release = NeedsLaw['release'] & NeedsSectors['release'] & NeedsStandards['release'];

export function readScope(input: ScopeInput | null | undefined, { law, sectors }: Release): Scope {
  const scope = input ?? {};
  const types = scope.entityTypes && sectors.entityTypes.named(scope.entityTypes, 'scope.entityTypes');
  const places = scope.sectors && sectors.sectors.named(scope.sectors, 'scope.sectors');
  const inPlaces = places && new Set(places.flatMap((sector) => sectors.typesIn(sector)));
  const narrowed = types ? types.filter((type) => !inPlaces || inPlaces.has(type)) : inPlaces;
  const typesInScope = narrowed ? new Set(narrowed) : null;
  if (typesInScope?.size === 0) {
    throw badInput(
      'scope: none of the entity types stands in one of the sectors. Leave one of the two out.',
      {
        argument: 'scope.entityTypes',
        value: scope.entityTypes,
      },
    );
  }
  const instruments =
    scope.instruments && new Set(law.instruments.named(scope.instruments, 'scope.instruments'));
  const measures = scope.measures && new Set(law.measures.named(scope.measures, 'scope.measures'));
  const kinds = scope.kinds && new Set(nonEmpty(scope.kinds, 'scope.kinds'));
  const bearers = scope.entityClass && BEARERS[scope.entityClass];
  // What details another act binds only the entity types it names, so it counts for them, or if asked for by name.
  const bindsInScope = ({ specifies, appliesTo }: Obligation) =>
    specifies.length === 0 || appliesTo === 'ALL' || typesInScope !== null;
  const includes = (obligation: Obligation) =>
    (!bearers || obligation.bearers.some((bearer) => bearers.has(bearer))) &&
    (scope.entityClass == null || (obligation.entityClass ?? scope.entityClass) === scope.entityClass) &&
    (!typesInScope || sectors.typesBoundBy(obligation).some((type) => typesInScope.has(type))) &&
    (instruments ? instruments.has(obligation.provision.instrument) : bindsInScope(obligation)) &&
    (!measures || measuresOf(obligation).some((measure) => measures.has(measure))) &&
    (!kinds || kinds.has(obligation.kind));
  const candidates = () => (instruments ? law.obligationsOf(instruments) : law.obligations.all);
  return {
    types: typesInScope,
    includes,
    duties: () => candidates().filter((obligation) => obligation.entityFacing && includes(obligation)),
  };
}

/** The named standards that answer in the scope; an error if none does, which would otherwise read as a gap. */
export function readStandards(ids: readonly string[], { types }: Scope, { standards }: Release): Standard[] {
  const named = [...new Set(standards.standards.named(ids, 'standards'))];
  const counting = named.filter((standard) => answersFor(standard, types));
  if (counting.length > 0) return counting;
  throw badInput(
    `standards: ${named.map(({ reference }) => reference).join(' and ')} answers only in its own sector, which the scope leaves out. Add a standard for everybody, or widen the scope.`,
    { argument: 'standards', value: [...ids] },
  );
}
