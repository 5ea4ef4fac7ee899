import type { NeedsDataset } from '../dataset/dataset.graph.js';
import { measuresOf, type NeedsLaw } from '../law/law.graph.js';
import type { Standard } from '../standards/standard.entity.js';
import { measureCoverageOf, tally } from './coverage.js';
import { CoverageReport, type Coverage } from './coverage.types.js';

/** The report on coverages: by measure, by obligation, and counted. */
export function reportOf(
  obligations: readonly Coverage[],
  standards: readonly Standard[],
  release: NeedsLaw['release'] & NeedsDataset['release'],
): CoverageReport {
  const measures = release.law.measures.all.flatMap((measure) => {
    const own = obligations.filter(({ obligation }) => measuresOf(obligation).includes(measure));
    return own.length > 0 ? [measureCoverageOf(measure, own)] : [];
  });
  return Object.assign(new CoverageReport(), tally(obligations), {
    dataset: release.dataset,
    standards,
    total: obligations.length,
    measures,
    obligations,
  });
}
