import { citationOf } from '../../law/citation.js';
import { ProvisionKind } from '../../law/law.enums.js';
import { idOf, type LocatedObligation, type SeedIndex } from '../seed-index.js';

export function provisionRows({ provisions }: SeedIndex): object[] {
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

export function topicRows({ topics }: SeedIndex): object[] {
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

export function measureRows({ measures }: SeedIndex): object[] {
  return measures.map(({ id, owner, topics, seed: { path, title } }) => ({
    id,
    point: path.slice(path.lastIndexOf('.') + 1),
    titleText: title,
    provisionId: idOf.provision(owner, path),
    topicIds: topics.map((topic) => topic.id),
  }));
}

export function obligationRow({ id, owner, topics, seed }: LocatedObligation): object {
  return {
    id,
    titleText: seed.title,
    summaryText: seed.summary,
    kind: seed.kind,
    bearers: seed.bearers,
    entityClass: seed.entityClass,
    provisionId: idOf.provision(owner, seed.provision),
    measureId: seed.measure === undefined ? null : idOf.measure(owner, seed.measure),
    topicIds: topics.map((topic) => topic.id),
    deadlineFacts: seed.deadline ?? null,
    appliesTo: seed.appliesTo === 'ALL' ? 'ALL' : seed.appliesTo.map((key) => `entity-type/${key}`),
    specifiesIds: (seed.specifies ?? []).map((key) => `obligation/${key}`),
  };
}
