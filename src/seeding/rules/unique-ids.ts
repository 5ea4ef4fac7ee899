import type { Problem } from '../problems.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/** No two records get the same id, and no retired id is used again. */
export const uniqueIds: Rule = (seeds, index) => {
  const records = [
    ...seeds
      .of('sources')
      .flatMap(({ path, content }) =>
        content.sources.map(({ key }) => [idOf.source(key), path, key] as const),
      ),
    ...seeds.of('instrument').map(({ path, content: { key } }) => [idOf.instrument(key), path, key] as const),
    ...[
      ...index.provisions,
      ...index.measures,
      ...index.topics,
      ...index.obligations,
      ...index.standards,
      ...index.clauses,
    ].map(({ id, file, record }) => [id, file, record] as const),
    ...seeds
      .of('sectors')
      .flatMap(({ path, content: { instrument, sectors } }) =>
        sectors.flatMap(({ key, subsectors, entityTypes }) => [
          [idOf.sector(instrument, key), path, key] as const,
          ...subsectors.map((sub) => [idOf.subsector(instrument, sub.key), path, sub.key] as const),
          ...entityTypes.map((type) => [idOf.entityType(instrument, type.key), path, type.key] as const),
        ]),
      ),
    ...seeds
      .of('mappings')
      .flatMap(({ path, content: { instrument, standard, edges, assessments } }) => [
        ...edges.map(
          ({ obligation, clause }) =>
            [
              `mapping/${instrument}/${obligation}~${standard}/${clause}`,
              path,
              `${obligation}~${clause}`,
            ] as const,
        ),
        ...assessments.map(
          ({ obligation }) => [idOf.assessment(instrument, obligation, standard), path, obligation] as const,
        ),
      ]),
    ...seeds
      .of('relations')
      .flatMap(({ path, content }) =>
        content.relations.map(
          ({ link, from, to }) => [`${link} ${from} ${to}`, path, `${from}~${to}`] as const,
        ),
      ),
    ...seeds
      .of('authorities')
      .flatMap(({ path, content: { country, authorities } }) =>
        authorities.map(({ key }) => [idOf.authority(country, key), path, key] as const),
      ),
    ...seeds
      .of('transpositions')
      .flatMap(({ path, content: { instrument, transpositions } }) =>
        transpositions.map(
          ({ country }) => [idOf.transposition(instrument, country), path, country] as const,
        ),
      ),
    ...seeds
      .of('course')
      .flatMap(({ path, content: { slug: course, modules } }) => [
        [idOf.course(course), path, course] as const,
        ...modules.flatMap(({ slug: module, outcomes }) => [
          [idOf.courseModule(course, module), path, module] as const,
          ...outcomes.map(
            ({ slug }) =>
              [`${idOf.courseModule(course, module)}#${slug}`, path, `${module}/${slug}`] as const,
          ),
        ]),
      ]),
    ...seeds
      .of('scope')
      .flatMap(({ path, content: { rules, questions } }) => [
        ...rules.map(({ key }) => [idOf.scopeRule(key), path, key] as const),
        ...questions.map(({ key }) => [`question ${key}`, path, key] as const),
      ]),
    ...seeds
      .of('links')
      .flatMap(({ path, content }) =>
        content.links.map(({ link, from, to }) => [`${link} ${from} ${to}`, path, `${from}~${to}`] as const),
      ),
    ...seeds
      .of('retired')
      .flatMap(({ path, content }) => content.retired.map(({ id }) => [id, path, id] as const)),
  ];

  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [id, file, record] of records) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, file);
    else problems.push({ file, record, message: `${id} is there twice, first in ${earlier}. Keep one.` });
  }
  return problems;
};
