import { Dataset } from '../dataset/dataset.entity.js';
import { Retirement } from '../dataset/retirement.entity.js';
import { Source } from '../dataset/source.entity.js';
import { citationOf } from '../law/citation.js';
import { Instrument } from '../law/instrument.entity.js';
import { ProvisionKind } from '../law/law.enums.js';
import { Measure } from '../law/measure.entity.js';
import { Obligation } from '../law/obligation.entity.js';
import { Provision } from '../law/provision.entity.js';
import { Topic } from '../law/topic.entity.js';
import { Assessment } from '../mappings/assessment.entity.js';
import { mappingId } from '../mappings/inheritance.js';
import { Mapping } from '../mappings/mapping.entity.js';
import { RemainderPart } from '../mappings/remainder.entity.js';
import { EntityType } from '../sectors/entity-type.entity.js';
import { Sector } from '../sectors/sector.entity.js';
import { Subsector } from '../sectors/subsector.entity.js';
import { Clause, ClauseRelation } from '../standards/clause.entity.js';
import { Standard } from '../standards/standard.entity.js';
import { ClauseKind, ClauseLink, LinkBasis } from '../standards/standards.enums.js';
import { citationFacts, type Seeds } from './seed-files.js';
import { idOf, indexSeeds, type LocatedObligation, type SeedIndex } from './seed-index.js';

/** Rows by table, ready to be inserted. */
export type Rows = Map<new () => object, object[]>;

/** Turns checked seeds into rows. Positions follow the order of the files and of the records in them. */
export function buildRows(seeds: Seeds): Rows {
  const index = indexSeeds(seeds);
  const rows: Rows = new Map<new () => object, object[]>([
    [
      Dataset,
      seeds
        .of('release')
        .map(({ content: { disclaimer, ...release } }) => ({
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
        .map(({ content: { key, title, ...rest } }) => ({
          id: idOf.instrument(key),
          titleText: title,
          ...rest,
        })),
    ],
    [Provision, provisionRows(index)],
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
  ]);
  for (const records of rows.values())
    records.forEach((record, position) => Object.assign(record, { position }));
  return rows;
}

function provisionRows({ provisions }: SeedIndex): object[] {
  const kinds = new Map(provisions.map(({ id, seed }) => [id, seed.kind]));
  return provisions.map(({ id, owner, seed: { path, kind, parent, title, summary, eli } }) => {
    const parentPath = parent ?? parentOf(path);
    const article = /^\d+/.exec(path)?.[0];
    return {
      id,
      instrumentId: idOf.instrument(owner),
      kind,
      article: article === undefined ? null : Number(article),
      citationText: citationOf(path, (other) => kinds.get(idOf.provision(owner, other))),
      titleText: title,
      summaryText: summary,
      parentId: parentPath && idOf.provision(owner, parentPath),
      eli:
        eli ??
        provisions.find(
          (other) =>
            other.owner === owner && other.seed.kind === ProvisionKind.ARTICLE && other.seed.path === article,
        )?.seed.eli,
    };
  });
}

function parentOf(path: string): string | null {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? null : path.slice(0, dot);
}

function topicRows({ topics }: SeedIndex): object[] {
  return topics.map(({ id, owner, record, seed: { name, namedIn, partOf } }) => {
    const [path = ''] = record.split('/');
    return {
      id,
      nameText: name,
      namedInId: idOf.provision(owner, namedIn ?? path),
      parentId: partOf === undefined ? null : idOf.topic(owner, path, partOf),
    };
  });
}

function measureRows({ measures }: SeedIndex): object[] {
  return measures.map(({ id, owner, topics, seed: { path, title } }) => ({
    id,
    point: path.slice(path.lastIndexOf('.') + 1),
    titleText: title,
    provisionId: idOf.provision(owner, path),
    topicIds: topics.map((topic) => topic.id),
  }));
}

function obligationRow({ id, owner, topics, seed }: LocatedObligation): object {
  return {
    id,
    titleText: seed.title,
    summaryText: seed.summary,
    kind: seed.kind,
    bearers: seed.bearers,
    provisionId: idOf.provision(owner, seed.provision),
    measureId: seed.measure === undefined ? null : idOf.measure(owner, seed.measure),
    topicIds: topics.map((topic) => topic.id),
    deadlineFacts: seed.deadline ?? null,
    appliesTo: seed.appliesTo === 'ALL' ? 'ALL' : seed.appliesTo.map((key) => `entity-type/${key}`),
    specifiesIds: (seed.specifies ?? []).map((key) => `obligation/${key}`),
  };
}

function sectorRows(seeds: Seeds): [new () => object, object[]][] {
  const sectors: object[] = [];
  const subsectors: object[] = [];
  const entityTypes: object[] = [];
  for (const { content } of seeds.of('sectors')) {
    const { instrument, annex } = content;
    for (const { key, number, name, ...sector } of content.sectors) {
      const sectorId = idOf.sector(instrument, key);
      sectors.push({ id: sectorId, annex, number, nameText: name });
      for (const sub of sector.subsectors) {
        subsectors.push({ id: idOf.subsector(instrument, sub.key), nameText: sub.name, sectorId });
      }
      for (const {
        key: typeKey,
        name: typeName,
        subsector,
        condition,
        essentialNote,
        ...facts
      } of sector.entityTypes) {
        entityTypes.push({
          id: idOf.entityType(instrument, typeKey),
          nameText: typeName,
          sectorId,
          subsectorId: subsector === undefined ? null : idOf.subsector(instrument, subsector),
          conditionText: condition,
          essentialNoteText: essentialNote,
          ...facts,
        });
      }
    }
  }
  return [
    [Sector, sectors],
    [Subsector, subsectors],
    [EntityType, entityTypes],
  ];
}

function standardRows({ standards }: SeedIndex): object[] {
  return standards.map(({ id, seed }) => ({
    id,
    reference: seed.reference,
    titleText: seed.title,
    year: seed.year,
    edition: seed.edition,
    amendments: seed.amendments,
    verification: seed.verification,
    role: seed.role,
    certifiable: seed.certifiable,
    completeness: seed.completeness,
    completenessText: seed.completenessNote,
    writtenForIds: (seed.writtenFor ?? []).map((key) => `entity-type/${key}`),
    supersedesIds: seed.supersedes.map(idOf.standard),
    citationFacts: citationFacts(seed.sources),
  }));
}

function clauseRows({ clauses }: SeedIndex): object[] {
  return clauses.map(({ id, owner, seed: { number, title, verification, kind, parent, attributes } }) => ({
    id,
    standardId: idOf.standard(owner),
    number,
    titleText: title,
    titleVerification: verification,
    kind,
    parentId: parent === undefined ? null : idOf.clause(owner, parent),
    attributes,
  }));
}

/** Authored links, and those that follow from a whole standard detailing or extending another. */
function relationRows(seeds: Seeds, { standards, clauses }: SeedIndex): object[] {
  const authored = seeds
    .of('links')
    .flatMap(({ content }) =>
      content.links.map(({ from, to, ...link }) => ({
        fromId: `clause/${from}`,
        toId: `clause/${to}`,
        ...link,
      })),
    );
  const known = new Set(clauses.map(({ id }) => id));
  const computed = standards.flatMap(({ owner, seed: { details, extends: base } }) => {
    const controls = clauses.filter(
      (clause) => clause.owner === owner && clause.seed.kind === ClauseKind.CONTROL,
    );
    const linkTo = (link: ClauseLink, target: (number: string) => string) =>
      controls
        .map(({ id, seed }) => ({ fromId: id, toId: target(seed.number), link, basis: LinkBasis.STATED }))
        .filter(({ toId }) => known.has(toId));
    return [
      ...(details
        ? linkTo(ClauseLink.DETAILS, (number) => idOf.clause(details.standard, details.numberPrefix + number))
        : []),
      ...(base === undefined ? [] : linkTo(ClauseLink.EXTENDS, (number) => idOf.clause(base, number))),
    ];
  });
  return [...authored, ...computed];
}

function mappingRows(seeds: Seeds, { obligations }: SeedIndex): object[] {
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  return seeds.of('mappings').flatMap(({ content: { instrument, standard, edges } }) =>
    edges.map(({ obligation, clause, topics, rationale, gap, sources, ...edge }) => {
      const obligationId = idOf.obligation(instrument, obligation);
      const clauseId = idOf.clause(standard, clause);
      return {
        id: mappingId(obligationId, clauseId),
        obligationId,
        clauseId,
        topicIds: topicIds(topics, byId.get(obligationId)),
        rationaleText: rationale,
        gapText: gap,
        citationFacts: citationFacts(sources),
        ...edge,
      };
    }),
  );
}

function topicIds(slugs: string[] | undefined, obligation: LocatedObligation | undefined): string[] {
  return (obligation?.topics ?? []).filter(({ seed }) => slugs?.includes(seed.slug)).map(({ id }) => id);
}

function assessmentRows(seeds: Seeds): object[] {
  return seeds.of('mappings').flatMap(({ content: { instrument, standard, assessments } }) =>
    assessments.map(({ obligation, outcome, reason, sources }) => ({
      id: idOf.assessment(instrument, obligation, standard),
      obligationId: idOf.obligation(instrument, obligation),
      standardId: idOf.standard(standard),
      outcome,
      reasonText: reason,
      citationFacts: citationFacts(sources),
    })),
  );
}

function remainderRows(seeds: Seeds, { obligations }: SeedIndex): object[] {
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  return seeds.of('remainders').flatMap(({ content: { instrument, remainders } }) =>
    remainders.map(({ obligation, untilTopics, text }, number) => {
      const obligationId = idOf.obligation(instrument, obligation);
      return { obligationId, number, untilTopicIds: topicIds(untilTopics, byId.get(obligationId)), text };
    }),
  );
}
