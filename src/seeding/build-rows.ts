import { Dataset } from '../dataset/dataset.entity.js';
import { ReleaseDigest } from '../dataset/release-digest.entity.js';
import { Retirement } from '../dataset/retirement.entity.js';
import { Source } from '../dataset/source.entity.js';
import { Instrument } from '../law/instrument.entity.js';
import { Measure } from '../law/measure.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { Provision } from '../law/provision.entity.js';
import { Topic } from '../law/topic.entity.js';
import { Assessment } from '../mappings/assessment.entity.js';
import { Mapping } from '../mappings/mapping.entity.js';
import { RemainderPart } from '../mappings/remainder.entity.js';
import { Authority } from '../national/authority.entity.js';
import { Transposition } from '../national/transposition.entity.js';
import { LegalRelation } from '../relations/legal-relation.entity.js';
import { ReportingStageRule } from '../reporting/reporting-stage.entity.js';
import { Synonyms } from '../search/synonyms.entity.js';
import { Clause, ClauseRelation } from '../standards/clause.entity.js';
import { Standard } from '../standards/standard.entity.js';
import { CourseModule } from '../training/course-module.entity.js';
import { Course } from '../training/course.entity.js';
import { digestRelease } from './digest-release.js';
import { assessmentRows, mappingRows, remainderRows } from './rows/mapping-rows.js';
import { measureRows, obligationRow, provisionRows, topicRows } from './rows/law-rows.js';
import { reportingStageRows } from './rows/reporting-rows.js';
import { authorityRows, legalRelationRows, transpositionRows } from './rows/national-rows.js';
import { scopeRows } from './rows/scope-rows.js';
import { sectorRows } from './rows/sector-rows.js';
import { clauseRows, relationRows, standardRows } from './rows/standard-rows.js';
import { courseModuleRows, courseRows } from './rows/training-rows.js';
import { synonymRows } from './rows/synonym-rows.js';
import type { Rows } from './rows/rows.js';
import type { Seeds } from './seed-files.js';
import { idOf, indexSeeds } from './seed-index.js';

/** Turns checked seeds into rows. Positions follow the order of the files and of the records in them. */
export function buildRows(seeds: Seeds): Rows {
  const index = indexSeeds(seeds);
  const rows: Rows = new Map<new () => object, object[]>([
    [
      Dataset,
      seeds.of('release').map(({ content: { disclaimer, ...release } }) => ({
        ...release,
        disclaimerText: disclaimer,
        checksum: seeds.checksum,
      })),
    ],
    [
      Retirement,
      seeds
        .of('retired')
        .flatMap(({ content }) =>
          content.retired.map(({ reason, ...rest }) => ({ ...rest, reasonText: reason })),
        ),
    ],
    [
      Source,
      seeds
        .of('sources')
        .flatMap(({ content }) =>
          content.sources.map(({ key, ...rest }) => ({ id: idOf.source(key), ...rest })),
        ),
    ],
    [
      Instrument,
      seeds
        .of('instrument')
        .map(({ content: { key, title, note, aliases, numbering: _, citedAs: __, ...rest } }) => ({
          id: idOf.instrument(key),
          titleText: title,
          noteText: note,
          aliases: aliases ?? [],
          ...rest,
        })),
    ],
    [Provision, provisionRows(seeds, index)],
    [Topic, topicRows(index)],
    [Measure, measureRows(index)],
    [Obligation, index.obligations.map(obligationRow)],
    ...sectorRows(seeds),
    [Standard, standardRows(index)],
    [Clause, clauseRows(index)],
    [ClauseRelation, relationRows(seeds, index)],
    [Mapping, mappingRows(seeds, index)],
    [Assessment, assessmentRows(seeds)],
    [RemainderPart, remainderRows(seeds, index)],
    [ReportingStageRule, reportingStageRows(seeds)],
    [LegalRelation, legalRelationRows(seeds)],
    [Authority, authorityRows(seeds)],
    [Transposition, transpositionRows(seeds)],
    [Course, courseRows(seeds)],
    [CourseModule, courseModuleRows(seeds)],
    [Synonyms, synonymRows(seeds)],
    ...scopeRows(seeds),
  ]);
  const [release] = seeds.of('release');
  const now = release && digestRelease(rows, { ...release.content, checksum: seeds.checksum });
  rows.set(ReleaseDigest, [...seeds.of('digest').map(({ content }) => content), ...(now ? [now] : [])]);
  for (const records of rows.values())
    records.forEach((record, position) => Object.assign(record, { position }));
  return rows;
}
