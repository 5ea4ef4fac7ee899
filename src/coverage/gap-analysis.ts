import type { NeedsDataset } from '../dataset/dataset.graph.js';
import type { NeedsLaw } from '../law/law.graph.js';
import { CoverageLevel } from '../mappings/mappings.enums.js';
import type { NeedsMappings } from '../mappings/mappings.graph.js';
import { resolve, type NeedsReferences, type Resolution } from '../references/resolution.resolver.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { badInput } from '../shared/errors.js';
import type { Pace } from '../shared/pace.js';
import { Clause } from '../standards/clause.entity.js';
import { ClauseKind } from '../standards/standards.enums.js';
import { answersFor, type NeedsStandards } from '../standards/standards.graph.js';
import { reportOf } from './coverage-report.js';
import { coverageInPlace, recommend, type InPlace } from './gaps.js';
import {
  GapAnalysis,
  type GapAnalysisInput,
  ImplementationStatus,
  type ImplementedClauseInput,
} from './gap-analysis.types.js';
import { controlsOf } from './same-control.js';
import { readScope } from './scope.js';

export type NeedsGapAnalysis = NeedsLaw &
  NeedsSectors &
  NeedsStandards &
  NeedsMappings &
  NeedsDataset &
  NeedsReferences;

type Release = NeedsGapAnalysis['release'];

const DEFAULT_NEXT = 10;
const MOST_NEXT = 100;

/** What the clauses in place cover of the duties in scope, what is left, and what would help most. */
export async function analyseGaps(
  input: GapAnalysisInput,
  release: Release,
  pace: Pace,
): Promise<GapAnalysis> {
  const most = readNext(input.next);
  const scope = readScope(input.scope, release);
  const standards = release.standards.standards.all.filter(
    (standard) =>
      standard.current &&
      answersInScope(standard.writtenFor.length > 0, answersFor(standard, scope.types), scope.types !== null),
  );
  const { inPlace, unknown } = await readInPlace(input.implemented, release, pace);
  const counted = new Set(standards);
  const coverages = scope
    .duties()
    .map((obligation) => coverageInPlace(obligation, inPlace, standards, release.mappings, counted));
  return Object.assign(new GapAnalysis(), {
    report: reportOf(coverages, standards, release),
    gaps: coverages.filter(({ level }) => level !== CoverageLevel.FULL),
    next: recommend(
      { coverages, inPlace, counted, graph: release.mappings, controls: controlsOf(release.standards) },
      most,
    ),
    unknown,
  });
}

/** A sector standard counts where the scope names its sector, and nowhere else. */
const answersInScope = (isSectorStandard: boolean, answers: boolean, narrowed: boolean) =>
  answers && (narrowed || !isSectorStandard);

function readNext(next: number | null | undefined): number {
  const most = next ?? DEFAULT_NEXT;
  if (most >= 0 && most <= MOST_NEXT) return most;
  throw badInput(`input.next is ${most}, but must be 0 to ${MOST_NEXT}.`, {
    argument: 'input.next',
    value: most,
  });
}

/** What the references name, with everything that is the same control, and those that name nothing. */
async function readInPlace(
  implemented: readonly ImplementedClauseInput[],
  release: Release,
  pace: Pace,
): Promise<{ inPlace: InPlace; unknown: Resolution[] }> {
  const controls = controlsOf(release.standards);
  const whole = new Set<Clause>();
  const partly = new Set<Clause>();
  const unknown: Resolution[] = [];
  const read = await pace.map(implemented, ({ reference, status }) => ({
    status,
    resolution: resolve(reference, release.references),
  }));
  for (const { resolution, status } of read) {
    const { node } = resolution;
    if (!(node instanceof Clause) || !node.standard.current || node.kind === ClauseKind.HEADING) {
      unknown.push(notAClause(resolution, release));
      continue;
    }
    const into =
      status === ImplementationStatus.IMPLEMENTED
        ? whole
        : status === ImplementationStatus.PARTIAL
          ? partly
          : null;
    for (const clause of controls.of(node)) into?.add(clause);
  }
  return { inPlace: { whole, partly }, unknown };
}

/** A heading is not a clause that can be in place: the ones under it are what may be meant. */
function notAClause(resolution: Resolution, { standards }: Release): Resolution {
  if (!(resolution.node instanceof Clause)) return resolution;
  const below = standards.childrenOf(resolution.node);
  return Object.assign(resolution, {
    suggestions: [...resolution.suggestions, ...below].slice(0, 5),
  });
}
