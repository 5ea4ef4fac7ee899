import type { DataSource } from 'typeorm';
import { AnswerCache } from './http/answer-cache.js';
import { loadRelease, type Release } from './release.js';
import { asDatabase, type Database } from './shared/database.js';

/** A release with what belongs to it: the database it was read from, and the answers given from it. */
interface Serving {
  release: Release;
  database: Database;
  answers: AnswerCache;
  /** Requests that began with this release and have not ended. */
  users: number;
  /** Whether a newer release has taken its place. */
  retired: boolean;
}

/** A release held for one request: it stays whole, and its database open, until `done`. */
export interface Lease {
  readonly release: Release;
  readonly database: Database;
  readonly answers: AnswerCache;
  done(): void;
}

/**
 * The release that answers. A newer one is loaded aside and takes its place in one step; requests that began with
 * the older one end with it, and its database is closed after the last of them.
 */
export class CurrentRelease {
  /** Settles when no reload is under way. */
  private reloaded: Promise<unknown> = Promise.resolve();
  /** The reload that has not begun yet. */
  private waiting: Promise<boolean> | undefined;

  private constructor(private serving: Serving) {}

  static async open(database: DataSource | Database): Promise<CurrentRelease> {
    return new CurrentRelease(await load(asDatabase(database)));
  }

  get release(): Release {
    return this.serving.release;
  }

  get database(): Database {
    return this.serving.database;
  }

  lease(): Lease {
    const { serving } = this;
    serving.users += 1;
    let held = true;
    return {
      release: serving.release,
      database: serving.database,
      answers: serving.answers,
      done() {
        if (!held) return;
        held = false;
        serving.users -= 1;
        void closeIfLeft(serving);
      },
    };
  }

  /**
   * Loads what the database holds now. True if that is another release, which answers from here on; false if it is
   * the same. Throws, and goes on serving what was served, if it cannot be read as a release. One at a time: who asks
   * while one is under way gets the one after it, because the database may have changed since that began.
   */
  reload(open: () => Promise<DataSource | Database>): Promise<boolean> {
    this.waiting ??= this.reloaded.then(() => {
      this.waiting = undefined;
      return this.loadAside(open);
    });
    this.reloaded = this.waiting.catch(() => undefined);
    return this.waiting;
  }

  private async loadAside(open: () => Promise<DataSource | Database>): Promise<boolean> {
    const database = asDatabase(await open());
    try {
      const next = await load(database);
      const isNew = next.release.dataset.checksum !== this.serving.release.dataset.checksum;
      const last = isNew ? this.serving : next;
      if (isNew) this.serving = next;
      last.retired = true;
      await closeIfLeft(last);
      return isNew;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.reloaded;
    this.serving.retired = true;
    await closeIfLeft(this.serving);
  }
}

async function load(database: Database): Promise<Serving> {
  const release = await loadRelease(database);
  return { release, database, answers: new AnswerCache(), users: 0, retired: false };
}

async function closeIfLeft({ retired, users, database }: Serving): Promise<void> {
  if (retired && users === 0) await database.close();
}
