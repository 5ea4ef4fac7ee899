import type { Seeds } from '../seed-files.js';
import { idOf } from '../seed-index.js';

export function courseRows(seeds: Seeds): object[] {
  return seeds.of('course').map(({ content: { slug, title, summary, audience, roleProfiles, sources } }) => ({
    id: idOf.course(slug),
    titleText: title,
    summaryText: summary,
    audience,
    roleProfiles,
    sourceIds: sources.map(idOf.source),
  }));
}

export function courseModuleRows(seeds: Seeds): object[] {
  return seeds.of('course').flatMap(({ content: { slug: course, modules } }) =>
    modules.map(({ slug, title, summary, minutes, outcomes }) => ({
      id: idOf.courseModule(course, slug),
      courseId: idOf.course(course),
      titleText: title,
      summaryText: summary,
      minutes,
      outcomeFacts: outcomes.map(({ level, statement, obligations, clauses }) => ({
        level,
        statementText: statement,
        obligationIds: obligations.map((key) => `obligation/${key}`),
        clauseIds: clauses.map((key) => `clause/${key}`),
      })),
    })),
  );
}
