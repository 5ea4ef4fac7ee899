import type { Instrument } from '../law/instrument.entity.js';
import { measuresOf } from '../law/law.graph.js';
import type { Measure } from '../law/measure.entity.js';
import type { Obligation } from '../law/obligation.entity.js';
import { matcherOf } from '../mappings/mapping-filter.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import type { EntityType } from '../sectors/entity-type.entity.js';
import type { Sector } from '../sectors/sector.entity.js';
import type { Catalogue, Positioned } from '../shared/catalogue.js';
import { badInput } from '../shared/errors.js';
import { Language } from '../shared/language.js';
import { nearest } from '../shared/nearest.js';
import type { Standard } from '../standards/standard.entity.js';
import { answersFor } from '../standards/standards.graph.js';
import { Audience } from '../training/training.enums.js';
import type { ExportRelease } from './export-release.js';

/** What an address may say behind its question mark. */
export type FilterName =
  'standard' | 'instrument' | 'measure' | 'sector' | 'language' | 'audience' | 'minutes' | 'bom';

/** What an export is narrowed to. Null does not narrow. */
export interface Wish {
  /** Null: English, or both languages where the format holds both. */
  language: Language | null;
  standards: readonly Standard[] | null;
  instruments: readonly Instrument[] | null;
  measures: readonly Measure[] | null;
  sectors: readonly Sector[] | null;
  audience: Audience | null;
  minutes: number | null;
  /** Whether a CSV begins with the mark by which Excel knows UTF-8. */
  bom: boolean;
  /** Whether anything narrows which records are in it. */
  narrows: boolean;
  hasStandard(standard: Standard): boolean;
  hasObligation(obligation: Obligation): boolean;
  hasMapping(mapping: Mapping): boolean;
}

/** Longest that a value may be; more is no id. */
const LONGEST_VALUE = 200;

/** Reads filters as an address or a command gives them: ids with or without their type, several with commas. */
export function readWish(
  parameters: URLSearchParams,
  allowed: readonly FilterName[],
  release: ExportRelease,
): Wish {
  for (const name of parameters.keys()) checkName(name, allowed);
  const named = <T extends Positioned>(
    name: FilterName,
    type: string,
    catalogue: Catalogue<T>,
  ): T[] | null => {
    const values = valuesOf(parameters, name);
    if (values === null) return null;
    const ids = values.map((value) => (value.startsWith(`${type}/`) ? value : `${type}/${value}`));
    return [...new Set(catalogue.named(ids, name))].sort((a, b) => a.position - b.position);
  };
  const standards = named('standard', 'standard', release.standards.standards);
  const instruments = named('instrument', 'instrument', release.law.instruments);
  const measures = named('measure', 'measure', release.law.measures);
  const sectors = named('sector', 'sector', release.sectors.sectors);
  const types = sectors && new Set(sectors.flatMap((sector) => release.sectors.typesIn(sector)));
  return {
    language: readChoice(parameters, 'language', Language),
    standards,
    instruments,
    measures,
    sectors,
    audience: readChoice(parameters, 'audience', Audience),
    minutes: readMinutes(parameters),
    bom: readFlag(parameters, 'bom'),
    narrows: [standards, instruments, measures, sectors].some(Boolean),
    hasStandard: (standard) =>
      (standards ? standards.includes(standard) : standard.current) && answersFor(standard, types),
    hasObligation: (obligation) => holds(obligation, { instruments, measures, types }, release),
    hasMapping: matcherOf(
      {
        standards: standards?.map(({ id }) => id),
        instruments: instruments?.map(({ id }) => id),
        measures: measures?.map(({ id }) => id),
        sectors: sectors?.map(({ id }) => id),
      },
      release,
    ),
  };
}

interface Narrowing {
  instruments: readonly Instrument[] | null;
  measures: readonly Measure[] | null;
  types: ReadonlySet<EntityType> | null;
}

function holds(
  obligation: Obligation,
  { instruments, measures, types }: Narrowing,
  { sectors }: ExportRelease,
): boolean {
  return (
    (!instruments || instruments.includes(obligation.provision.instrument)) &&
    (!measures || measuresOf(obligation).some((measure) => measures.includes(measure))) &&
    (!types || sectors.typesBoundBy(obligation).some((type) => types.has(type)))
  );
}

function checkName(name: string, allowed: readonly FilterName[]): void {
  if (allowed.some((known) => known === name)) return;
  const suggestions = nearest(name, allowed);
  throw badInput(
    `There is no parameter ${JSON.stringify(name.slice(0, LONGEST_VALUE))} here. ${
      allowed.length > 0 ? `Known are ${allowed.join(', ')}.` : 'This address takes none.'
    }`,
    { argument: name.slice(0, LONGEST_VALUE), suggestions },
  );
}

function valuesOf(parameters: URLSearchParams, name: FilterName): string[] | null {
  if (!parameters.has(name)) return null;
  return parameters
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim().slice(0, LONGEST_VALUE));
}

function oneValueOf(parameters: URLSearchParams, name: FilterName): string | null {
  const values = valuesOf(parameters, name);
  if (values === null) return null;
  const [value = '', ...others] = values;
  if (others.length === 0) return value;
  throw badInput(`${name} takes one value, but ${values.length} were given.`, { argument: name });
}

function readChoice<T extends string>(
  parameters: URLSearchParams,
  name: FilterName,
  choices: Readonly<Record<string, T>>,
): T | null {
  const value = oneValueOf(parameters, name);
  if (value === null) return null;
  const known = Object.values(choices);
  const found = known.find((choice) => choice === value.toUpperCase().replaceAll('-', '_'));
  if (found) return found;
  throw badInput(`${name}: there is no ${JSON.stringify(value)}. Known are ${known.join(', ')}.`, {
    argument: name,
    value,
    suggestions: nearest(value, known),
  });
}

function readMinutes(parameters: URLSearchParams): number | null {
  const value = oneValueOf(parameters, 'minutes');
  if (value === null) return null;
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw badInput(`minutes is ${JSON.stringify(value)}, but must be a whole number.`, {
    argument: 'minutes',
    value,
  });
}

function readFlag(parameters: URLSearchParams, name: FilterName): boolean {
  const value = oneValueOf(parameters, name);
  if (value === null || value === 'false' || value === '0') return false;
  if (value === '' || value === 'true' || value === '1') return true;
  throw badInput(`${name} is ${JSON.stringify(value)}, but must be true or false.`, {
    argument: name,
    value,
  });
}
