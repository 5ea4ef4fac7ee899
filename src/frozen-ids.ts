import { Assessment } from './mappings/assessment.entity.js';
import { Derivation } from './mappings/mappings.enums.js';
import type { Release } from './release.js';

/**
 * Every authored id with what it stands for, in words that do not change when a text is improved. A test holds a
 * release against the list in test/seed/frozen-ids.json: an id may be added, but never stand for something else.
 */
export function frozenMeanings({
  sources,
  law,
  sectors,
  standards,
  mappings,
  training,
  scope,
}: Release): Record<string, string> {
  const asserted = mappings.mappings.all.filter(({ derivation }) => derivation === Derivation.ASSERTED);
  const entries: [string, string][] = [
    ...sources.all.map(({ id, publisher }): [string, string] => [id, publisher]),
    ...law.instruments.all.map(({ id, celex, shortName }): [string, string] => [id, celex ?? shortName]),
    ...law.provisions.all.map(({ id, kind, citationText }): [string, string] => [
      id,
      `${kind} ${citationText.en}`,
    ]),
    ...law.topics.all.map(({ id, namedIn }): [string, string] => [id, namedIn.id]),
    ...law.measures.all.map(({ id, titleText }): [string, string] => [id, titleText.en]),
    ...law.obligations.all.map(({ id, kind, bearers, provision, deadline }): [string, string] => [
      id,
      [kind, bearers.join(' '), provision.id, deadline?.duration ?? ''].join(' | '),
    ]),
    ...[...sectors.sectors.all, ...sectors.subsectors.all, ...sectors.entityTypes.all].map(
      ({ id, nameText }): [string, string] => [id, nameText.en],
    ),
    ...scope.rules.map(({ id, kind, provisionId, outcome }): [string, string] => [
      id,
      [kind, provisionId, outcome ?? ''].join(' | '),
    ]),
    ...standards.standards.all.map(({ id, reference }): [string, string] => [id, reference]),
    ...standards.clauses.all.map(({ id, number, titleText }): [string, string] => [
      id,
      `${number} ${titleText.en}`,
    ]),
    ...training.courses.all.map(({ id, audience }): [string, string] => [id, audience]),
    ...training.modules.all.map(({ id, courseId }): [string, string] => [id, courseId]),
    ...[...asserted, ...mappings.assessments.all].map((judgement): [string, string] => [
      judgement.id,
      judgement instanceof Assessment ? 'assessment' : 'edge',
    ]),
  ];
  return Object.fromEntries(entries);
}
