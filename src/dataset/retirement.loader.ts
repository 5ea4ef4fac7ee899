import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { Retirement } from './retirement.entity.js';

export type RetirementLoader = DataLoader<string, Retirement | null>;

/**
 * Ids that the release in memory does not hold are looked up among the retired ones in the database. History
 * only grows and is seldom asked for, so it is not kept in memory; one request asks for all its misses at once.
 */
export function createRetirementLoader(manager: EntityManager): RetirementLoader {
  return new DataLoader(async (ids) => {
    const found = await manager.findBy(Retirement, { id: In([...ids]) });
    const byId = new Map(found.map((retirement) => [retirement.id, retirement]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
