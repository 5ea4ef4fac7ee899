import { analyseGaps, type NeedsGapAnalysis } from '../coverage/gap-analysis.js';
import { GapAnalysisInput } from '../coverage/gap-analysis.types.js';
import { ScopeInput } from '../coverage/scope.js';
import { EntityClass } from '../law/law.enums.js';
import { badInput } from '../shared/errors.js';
import { Language } from '../shared/language.js';
import { nearest } from '../shared/nearest.js';
import { writeGapReport, type ReportKind } from './gap-report.js';
import { readTable, type TableKind } from './read-table.js';
import { implementedOf, readStatement, type Statement } from './statement.js';
import { Pace } from '../shared/pace.js';

export type { ReportKind } from './gap-report.js';

type Release = NeedsGapAnalysis['release'];

/** What may stand beside a file, each once; lists with commas. */
const PARAMETERS = [
  'to',
  'language',
  'standard',
  'entityClass',
  'entityType',
  'sector',
  'instrument',
  'measure',
  'next',
] as const;

type Parameter = (typeof PARAMETERS)[number];

const REPORT_KINDS: readonly ReportKind[] = ['xlsx', 'csv', 'md'];

export interface StatementFile {
  file: Buffer;
  kind: TableKind;
}

export type StatementAnswer =
  | { statement: Statement & { release: string }; report: null }
  | { report: Buffer; kind: ReportKind; statement: Statement };

/** Reads a statement and, if a kind of file is asked for, holds it against the duties. */
export async function answerStatement(
  { file, kind }: StatementFile,
  parameters: URLSearchParams,
  release: Release,
): Promise<StatementAnswer> {
  const values = readParameters(parameters);
  const language = readChoice('language', values.language, Object.values(Language)) ?? Language.EN;
  const to = readChoice('to', values.to, REPORT_KINDS);
  const [standard] = idsOf(values.standard, 'standard') ?? [];
  const named = standard === undefined ? [] : release.standards.standards.named([standard], 'standard');
  const input = inputOf(values);

  const table = await readTable(file, kind);
  const statement = await readStatement(table, { language, standard: named[0]?.reference ?? '' }, release);
  if (to === null) return { statement: { release: release.dataset.version, ...statement }, report: null };
  const analysis = await analyseGaps(
    Object.assign(input, { implemented: implementedOf(statement) }),
    release,
    new Pace(),
  );
  return { statement, kind: to, report: await writeGapReport(to, statement, analysis, language) };
}

function readParameters(parameters: URLSearchParams): Partial<Record<Parameter, string>> {
  const values: Partial<Record<Parameter, string>> = {};
  for (const [name, value] of parameters) {
    const known = PARAMETERS.find((one) => one === name);
    if (!known) {
      throw badInput(
        `There is no parameter ${JSON.stringify(name.slice(0, 200))} here. Known are ${PARAMETERS.join(', ')}.`,
        { argument: name.slice(0, 200), suggestions: nearest(name, PARAMETERS) },
      );
    }
    values[known] = value;
  }
  return values;
}

function inputOf(values: Partial<Record<Parameter, string>>): GapAnalysisInput {
  const scope = Object.assign(new ScopeInput(), {
    entityClass: readChoice('entityClass', values.entityClass, Object.values(EntityClass)),
    entityTypes: idsOf(values.entityType, 'entity-type'),
    sectors: idsOf(values.sector, 'sector'),
    instruments: idsOf(values.instrument, 'instrument'),
    measures: idsOf(values.measure, 'measure'),
  });
  return Object.assign(new GapAnalysisInput(), { scope, next: readNext(values.next) });
}

function readNext(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^\d{1,4}$/.test(value)) return Number(value);
  throw badInput(`next is ${JSON.stringify(value)}, but must be a whole number.`, {
    argument: 'next',
    value,
  });
}

const idsOf = (value: string | undefined, type: string) =>
  value
    ?.split(',')
    .map((id) => id.trim())
    .map((id) => (id.startsWith(`${type}/`) ? id : `${type}/${id}`)) ?? null;

function readChoice<T extends string>(
  argument: Parameter,
  value: string | undefined,
  choices: readonly T[],
): T | null {
  if (value === undefined) return null;
  const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found) return found;
  throw badInput(`${argument}: there is no ${JSON.stringify(value)}. Known are ${choices.join(', ')}.`, {
    argument,
    value,
    suggestions: nearest(value, choices),
  });
}
