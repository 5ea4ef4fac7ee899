import type { EntityManager } from 'typeorm';
import type { Obligation } from '../law/obligation.entity.js';
import { Catalogue, groupBy } from '../shared/catalogue.js';
import { EntityType } from './entity-type.entity.js';
import { Sector } from './sector.entity.js';
import { Subsector } from './subsector.entity.js';

/** Who is regulated, linked. */
export interface SectorsGraph {
  sectors: Catalogue<Sector>;
  subsectors: Catalogue<Subsector>;
  entityTypes: Catalogue<EntityType>;
  subsectorsOf(sector: Sector): readonly Subsector[];
  typesIn(place: Sector | Subsector): readonly EntityType[];
  /** The entity types an obligation falls on, every type where the law makes no difference. */
  typesBoundBy(obligation: Obligation): readonly EntityType[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsSectors {
  release: { sectors: SectorsGraph };
}

export async function loadSectors(manager: EntityManager): Promise<SectorsGraph> {
  const order = { order: { position: 'ASC' as const } };
  const sectors = new Catalogue(await manager.find(Sector, order));
  const subsectors = new Catalogue(await manager.find(Subsector, order));
  const entityTypes = new Catalogue(await manager.find(EntityType, order));

  for (const subsector of subsectors.all) subsector.sector = sectors.linked(subsector.sectorId);
  for (const type of entityTypes.all) {
    type.sector = sectors.linked(type.sectorId);
    type.subsector = type.subsectorId === null ? null : subsectors.linked(type.subsectorId);
  }

  const subsectorsBySector = groupBy(subsectors.all, (subsector) => subsector.sector);
  const typesBySector = groupBy(entityTypes.all, (type) => type.sector);
  const typesBySubsector = groupBy(entityTypes.all, (type) => type.subsector);
  const typesByObligation = new WeakMap<Obligation, readonly EntityType[]>();
  return {
    sectors,
    subsectors,
    entityTypes,
    subsectorsOf: (sector) => subsectorsBySector.get(sector) ?? [],
    typesIn: (place) =>
      (place instanceof Sector ? typesBySector.get(place) : typesBySubsector.get(place)) ?? [],
    typesBoundBy(obligation) {
      if (obligation.appliesTo === 'ALL') return entityTypes.all;
      let types = typesByObligation.get(obligation);
      if (!types) {
        types = obligation.appliesTo.map((id) => entityTypes.linked(id));
        typesByObligation.set(obligation, types);
      }
      return types;
    },
  };
}
