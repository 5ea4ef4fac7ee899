import type { Database, Work } from '../shared/database.js';
import { databaseUnavailable } from '../shared/errors.js';
import type { PostgresServer } from './postgres-server.js';
import { ServerUnavailable } from './unavailable.js';

/** A request is not kept waiting longer by one server. */
const READ_WITHIN_MS = 3_000;

/**
 * Several servers that hold the same: groups in the order in which they are asked, within a group in turn. One that
 * does not answer, or is behind and lacks what is read, is passed over.
 */
export class PostgresDatabase implements Database {
  private turn = 0;

  constructor(private readonly groups: readonly (readonly PostgresServer[])[]) {}

  /** A property, so that it can be handed on alone. */
  readonly read = async <T>(work: Work<T>, withinMs = READ_WITHIN_MS): Promise<T> => {
    this.turn += 1;
    let reason = new Error('no server has answered of late');
    const servers = this.groups.flatMap((group) => rotate(group, this.turn));
    for (const server of servers) {
      if (server.rests) continue;
      try {
        return await server.run(work, withinMs);
      } catch (error) {
        if (!(error instanceof ServerUnavailable)) throw error;
        reason = error;
      }
    }
    throw databaseUnavailable(reason);
  };

  async close(): Promise<void> {
    await Promise.all(this.groups.flat().map((server) => server.close()));
  }
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
