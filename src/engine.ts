import type { DataSource } from 'typeorm';
import type { Database } from './shared/database.js';

/** What was done: `mended` is built anew because it was damaged. */
export type Ensured = 'seeded' | 'mended' | 'unchanged';

/** What keeps the release: a file beside the process, or servers that many processes share. */
export interface Engine {
  /** For messages; never a password. */
  name: string;
  /** Makes sure that it holds the release of the seed. */
  ensure: () => Promise<Ensured>;
  /** The release to be served now. */
  open: () => Promise<DataSource | Database>;
  /** Calls `changed` when there may be another release than the one served; returns what ends that. */
  watch: (servedChecksum: () => string, changed: () => void) => () => void;
  close: () => Promise<void>;
}
