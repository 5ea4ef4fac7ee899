import { DataSource, type EntityManager } from 'typeorm';

/**
 * Reads something of a release; what is read by one `work` comes from one server. A server that has not answered
 * within `withinMs` is given up.
 */
export type Read = <T>(work: Work<T>, withinMs?: number) => Promise<T>;

export type Work<T> = (manager: EntityManager) => Promise<T>;

/** Where a release is read from. How many servers of which engine stand behind it, nobody else needs to know. */
export interface Database {
  read: Read;
  close(): Promise<void>;
}

/** A single connection, such as the embedded database's, is a database too. */
export function asDatabase(database: DataSource | Database): Database {
  if (!(database instanceof DataSource)) return database;
  return {
    read: (work) => work(database.manager),
    close: async () => {
      if (database.isInitialized) await database.destroy();
    },
  };
}
