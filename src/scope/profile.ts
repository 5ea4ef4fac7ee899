import type { NationalGraph } from '../national/national.graph.js';
import type { EntityType } from '../sectors/entity-type.entity.js';
import type { SectorsGraph } from '../sectors/sectors.graph.js';
import { badInput } from '../shared/errors.js';
import type { EntityProfileInput } from './classification.types.js';
import { readCountries } from './countries.js';
import { possibleSizes, type Figures } from './enterprise-size.js';
import { namedTypes } from './named-types.js';
import type { ScopeGraph } from './scope.graph.js';
import { Circumstance, type EnterpriseSize } from './scope.enums.js';

/** A profile, checked against a release. Null where nothing was said. */
export interface Profile {
  types: readonly EntityType[];
  circumstances: ReadonlySet<Circumstance>;
  figures: Figures;
  /** Every size that what was said allows. */
  sizes: readonly EnterpriseSize[];
  establishedIn: readonly string[] | null;
  mainEstablishment: string | null;
  servesIn: readonly string[] | null;
  memberStates: ReadonlySet<string>;
}

const MOST_TYPES = 20;
const MOST_COUNTRIES = 50;
const MOST_PERSONS = 10_000_000;
const MOST_EUR = 1e15;

/** These say more about an entity but not what it is; without an entity type they tell nothing. */
const ONLY_WITH_A_TYPE: ReadonlySet<Circumstance> = new Set([
  Circumstance.SOLE_PROVIDER,
  Circumstance.PUBLIC_SAFETY_IMPACT,
  Circumstance.SYSTEMIC_RISK,
  Circumstance.NATIONAL_OR_REGIONAL_IMPORTANCE,
  Circumstance.NATIONAL_SECURITY_OR_DEFENCE,
]);

interface Release {
  sectors: SectorsGraph;
  national: NationalGraph;
  scope: ScopeGraph;
}

export function readProfile(input: EntityProfileInput, { sectors, national, scope }: Release): Profile {
  const circumstances = new Set(input.circumstances ?? []);
  const figures = readFigures(input);
  const memberStates = new Set(national.transpositions.all.map(({ country }) => country));
  const read = (codes: string[] | null | undefined, argument: string) =>
    codes?.length ? readCountries(atMost(codes, MOST_COUNTRIES, argument), argument, memberStates) : null;
  return {
    types: readTypes(input.entityTypes, circumstances, sectors),
    circumstances,
    figures,
    sizes: readSizes(input.size ?? null, figures, scope),
    establishedIn: read(input.establishedIn, 'input.establishedIn'),
    mainEstablishment:
      read(
        input.mainEstablishment == null ? null : [input.mainEstablishment],
        'input.mainEstablishment',
      )?.[0] ?? null,
    servesIn: read(input.servesIn, 'input.servesIn'),
    memberStates,
  };
}

function readTypes(
  ids: string[],
  circumstances: ReadonlySet<Circumstance>,
  sectors: SectorsGraph,
): EntityType[] {
  if (ids.length > 0)
    return namedTypes(atMost(ids, MOST_TYPES, 'input.entityTypes'), 'input.entityTypes', sectors);
  if ([...circumstances].some((one) => !ONLY_WITH_A_TYPE.has(one))) return [];
  const suggestions = Object.values(Circumstance).filter((one) => !ONLY_WITH_A_TYPE.has(one));
  throw badInput(
    `input says nothing of what the entity is. Name at least one entity type (such as ${sectors.entityTypes.all[0]?.id}) in input.entityTypes, or in input.circumstances what the annexes do not list: ${suggestions.join(', ')}.`,
    { argument: 'input.entityTypes', value: [], suggestions },
  );
}

function readSizes(
  stated: EnterpriseSize | null,
  figures: Figures,
  { ceilings }: ScopeGraph,
): EnterpriseSize[] {
  const possible = possibleSizes(figures, ceilings);
  if (stated === null) return possible;
  if (possible.includes(stated)) return [stated];
  throw badInput(
    `input.size is ${stated}, but the figures make it ${possible.join(' or ')}. Headcount counts by itself; money lifts an enterprise only if turnover and balance sheet both pass their ceiling. Correct one, or leave input.size out.`,
    { argument: 'input.size', value: stated, suggestions: possible },
  );
}

function readFigures(input: EntityProfileInput): Figures {
  return {
    headcount: inBounds(input.headcount, MOST_PERSONS, 'input.headcount', 'persons'),
    turnoverEur: inBounds(input.annualTurnoverEur, MOST_EUR, 'input.annualTurnoverEur', 'euro'),
    balanceSheetEur: inBounds(input.balanceSheetEur, MOST_EUR, 'input.balanceSheetEur', 'euro'),
  };
}

function inBounds(
  value: number | null | undefined,
  most: number,
  argument: string,
  unit: string,
): number | null {
  if (value == null) return null;
  if (value >= 0 && value <= most) return value;
  const nearest = value < 0 ? 0 : most;
  throw badInput(
    `${argument} is ${value}. It is a number of ${unit} from 0 to ${most}; leave it out if it is not known.`,
    { argument, value, suggestions: [String(nearest)] },
  );
}

function atMost<T>(values: readonly T[], most: number, argument: string): readonly T[] {
  if (values.length <= most) return values;
  throw badInput(
    `${argument} names ${values.length}; at most ${most} can be read at a time. Leave some out.`,
    {
      argument,
      value: values.length,
    },
  );
}
