import { citationOf } from '../../law/citation.js';
import { Numbering } from '../../law/law.enums.js';
import { groupBy } from '../../shared/catalogue.js';
import type { Seeds } from '../seed-files.js';
import { idOf, type LocatedObligation, type SeedIndex } from '../seed-index.js';

export function provisionRows(seeds: Seeds, { provisions, obligations }: SeedIndex): object[] {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  const styles = new Map(seeds.of('instrument').map(({ content }) => [content.key, content]));
  // A provision that lays one duty and says nothing else is told by that duty's summary.
  const duties = groupBy(obligations, ({ owner, seed }) => idOf.provision(owner, seed.provision));
  return provisions.map(({ id, owner, seed: { path, kind, parent, title, summary, thresholds, eli } }) => {
    const parentPath = parent ?? parentOf(path);
    const style = styles.get(owner) ?? { numbering: Numbering.ARTICLES };
    const article = articleOf(path, style.numbering);
    const kindOf = (other: string) => byId.get(idOf.provision(owner, other))?.seed.kind;
    return {
      id,
      instrumentId: idOf.instrument(owner),
      kind,
      article: article && Number.parseInt(article.replace('article-', ''), 10),
      citationText: citationOf(path, kindOf, style),
      titleText: title,
      summaryText: summary ?? duties.get(id)?.[0]?.seed.summary,
      thresholds: (thresholds ?? []).map((threshold) => ({ whicheverIsLower: false, ...threshold })),
      parentId: parentPath && idOf.provision(owner, parentPath),
      eli: eli ?? (article && byId.get(idOf.provision(owner, article))?.seed.eli),
    };
  });
}

/** Path of the article or section that a place stands in; null for chapters and annexes and what is in them. */
function articleOf(path: string, numbering: Numbering): string | null {
  const pattern = numbering === Numbering.ANNEX_POINTS ? /^article-\d+[a-z]*/ : /^\d+[a-z]*/;
  return pattern.exec(path)?.[0] ?? null;
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
