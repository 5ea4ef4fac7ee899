import type { EntityManager } from 'typeorm';
import { linkCitations, type DatasetGraph } from '../dataset/dataset.graph.js';
import type { LawGraph } from '../law/law.graph.js';
import type { EntityType } from '../sectors/entity-type.entity.js';
import type { SectorsGraph } from '../sectors/sectors.graph.js';
import { Catalogue } from '../shared/catalogue.js';
import { Authority, AuthorityField, type AuthorityFieldFacts } from './authority.entity.js';
import { Transposition } from './transposition.entity.js';

/** What Member States have made of a directive: their acts' status and their authorities. */
export interface NationalGraph {
  authorities: Catalogue<Authority>;
  transpositions: Catalogue<Transposition>;
  /** The authorities of a country that are responsible for a type of entity, wholly or in part. */
  authoritiesFor(type: EntityType, country: string): readonly Authority[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsNational {
  release: { national: NationalGraph };
}

interface Below {
  law: LawGraph;
  sectors: SectorsGraph;
  dataset: DatasetGraph;
}

export async function loadNational(manager: EntityManager, below: Below): Promise<NationalGraph> {
  const { law, dataset } = below;
  const authorities = new Catalogue(await manager.find(Authority, { order: { position: 'ASC' } }));
  for (const authority of authorities.all) {
    authority.fields = authority.fieldFacts.map((facts) => linkField(facts, below));
    authority.sources = linkCitations(authority.citationFacts, dataset.sources);
  }
  const transpositions = new Catalogue(await manager.find(Transposition, { order: { position: 'ASC' } }));
  for (const transposition of transpositions.all) {
    transposition.instrument = law.instruments.linked(transposition.instrumentId);
    transposition.sources = linkCitations(transposition.citationFacts, dataset.sources);
  }
  return {
    authorities,
    transpositions,
    authoritiesFor: (type, country) =>
      authorities.all.filter(
        (authority) =>
          authority.country === country &&
          authority.fields.some(({ entityTypes }) => entityTypes.includes(type)),
      ),
  };
}

function linkField(facts: AuthorityFieldFacts, { law, sectors }: Below): AuthorityField {
  const inSectors = new Set(facts.sectorIds.map((id) => sectors.sectors.linked(id)));
  const inSubsectors = new Set(facts.subsectorIds.map((id) => sectors.subsectors.linked(id)));
  const named = new Set(facts.entityTypeIds.map((id) => sectors.entityTypes.linked(id)));
  return Object.assign(new AuthorityField(), {
    fieldText: facts.fieldText,
    whole: facts.whole,
    provision: law.provisions.linked(facts.provisionId),
    entityTypes: sectors.entityTypes.all.filter(
      (type) =>
        named.has(type) ||
        inSectors.has(type.sector) ||
        (type.subsector !== null && inSubsectors.has(type.subsector)),
    ),
  });
}
