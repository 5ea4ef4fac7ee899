import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { Read } from '../shared/database.js';
import { Retirement } from './retirement.entity.js';

export type RetirementLoader = DataLoader<string, Retirement | null>;

/**
 * Ids that the release in memory does not hold are looked up among the retired ones in the database. History
 * only grows and is seldom asked for, so it is not kept in memory; one request asks for all its misses at once.
 */
export function createRetirementLoader(read: Read): RetirementLoader {
  return new DataLoader(async (ids) => {
    // Not every engine can be asked for a NUL, and no id holds one.
    const possible = ids.filter((id) => !id.includes('\0'));
    const found = await read((manager) => manager.findBy(Retirement, { id: In(possible) }));
    const byId = new Map(found.map((retirement) => [retirement.id, retirement]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
