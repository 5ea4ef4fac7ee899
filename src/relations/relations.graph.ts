import type { EntityManager } from 'typeorm';
import { linkCitations, type DatasetGraph } from '../dataset/dataset.graph.js';
import type { Instrument } from '../law/instrument.entity.js';
import type { LawGraph } from '../law/law.graph.js';
import type { Provision } from '../law/provision.entity.js';
import { groupBy } from '../shared/catalogue.js';
import { LegalRelation } from './legal-relation.entity.js';
import { RelatedLaw } from './related-law.type.js';

/** How the acts of one release stand to each other, from both ends. */
export interface RelationsGraph {
  /** Relations recorded for this very place. */
  ofProvision(provision: Provision): readonly RelatedLaw[];
  /** Relations recorded for the act as a whole. */
  ofInstrument(instrument: Instrument): readonly RelatedLaw[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsRelations {
  release: { relations: RelationsGraph };
}

export async function loadRelations(
  manager: EntityManager,
  { law, dataset }: { law: LawGraph; dataset: DatasetGraph },
): Promise<RelationsGraph> {
  const relations = await manager.find(LegalRelation, { order: { position: 'ASC' } });
  for (const relation of relations) {
    relation.fromInstrument = law.instruments.linked(relation.fromInstrumentId);
    relation.toInstrument = law.instruments.linked(relation.toInstrumentId);
    relation.fromProvision =
      relation.fromProvisionId === null ? null : law.provisions.linked(relation.fromProvisionId);
    relation.toProvision =
      relation.toProvisionId === null ? null : law.provisions.linked(relation.toProvisionId);
    relation.sources = linkCitations(relation.citationFacts, dataset.sources);
  }
  const seen = relations.flatMap((relation) => [
    { place: relation.fromProvision ?? relation.fromInstrument, related: seenFrom(relation, false) },
    { place: relation.toProvision ?? relation.toInstrument, related: seenFrom(relation, true) },
  ]);
  const byPlace = groupBy(seen, ({ place }) => place);
  const of = (place: Provision | Instrument) => (byPlace.get(place) ?? []).map(({ related }) => related);
  return { ofProvision: of, ofInstrument: of };
}

/** A relation as it looks from one of its two ends. */
function seenFrom(relation: LegalRelation, inverse: boolean): RelatedLaw {
  const { link, noteText, sources, fromInstrument, fromProvision, toInstrument, toProvision } = relation;
  return Object.freeze(
    Object.assign(new RelatedLaw(), {
      link,
      inverse,
      noteText,
      sources,
      instrument: inverse ? fromInstrument : toInstrument,
      provision: inverse ? fromProvision : toProvision,
      recordedFor: inverse ? toProvision : fromProvision,
    }),
  );
}

/**
 * Relations of a place and, for each other act it has none to by that relation, those of the nearest place it
 * stands in: what transposes Article 21(2) as a whole transposes its point (d) too, unless a record is closer.
 */
export function relatedLawOf(provision: Provision, graph: RelationsGraph): RelatedLaw[] {
  const found: RelatedLaw[] = [];
  for (let place: Provision | null = provision; place; place = place.parent) {
    const closer = new Set(found.map(keyOf));
    found.push(...graph.ofProvision(place).filter((related) => !closer.has(keyOf(related))));
  }
  return found;
}

const keyOf = ({ link, inverse, instrument }: RelatedLaw) => `${link} ${inverse} ${instrument.id}`;
