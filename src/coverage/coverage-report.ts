import type { NeedsDataset } from '../dataset/dataset.graph.js';
import { measuresOf, type NeedsLaw } from '../law/law.graph.js';
import { groupBy } from '../shared/catalogue.js';
import type { Standard } from '../standards/standard.entity.js';
import { measureCoverageOf, tally } from './coverage.js';
import { CoverageReport, type Coverage } from './coverage.types.js';

/** The report on coverages: by measure, by obligation, and counted. */
export function reportOf(
  obligations: readonly Coverage[],
  standards: readonly Standard[],
  release: NeedsLaw['release'] & NeedsDataset['release'],
): CoverageReport {
  const byMeasure = groupBy(
    obligations.flatMap((coverage) =>
      measuresOf(coverage.obligation).map((measure) => ({ measure, coverage })),
    ),
    ({ measure }) => measure,
  );
  const measures = [...byMeasure]
    .sort(([a], [b]) => a.position - b.position)
    .map(([measure, own]) =>
      measureCoverageOf(
        measure,
        own.map(({ coverage }) => coverage),
      ),
    );
  return Object.assign(new CoverageReport(), tally(obligations), {
    dataset: release.dataset,
    standards,
    total: obligations.length,
    measures,
    obligations,
  });
}
