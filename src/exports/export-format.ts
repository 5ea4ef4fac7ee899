import type { Text } from '../shared/language.js';
import type { ExportRelease } from './export-release.js';
import type { FilterName, Wish } from './wish.js';

/** A file is written piece by piece, so that a large one is never held whole and never keeps others waiting. */
export type Pieces = Iterable<string> | Promise<Buffer>;

/** One format that users of other tools load. */
export interface ExportFormat {
  /** What the command calls it, and the folder or file name of the address: `oscal/catalog`. */
  name: string;
  /** Below /export; `<id>` and `<from>--<to>` stand for a subject. */
  address: string;
  contentType: string;
  title: Text;
  /** Who reads it, and where it is loaded. */
  use: Text;
  filters: readonly FilterName[];
  /** What can stand in place of `<...>` in the address; a format of one file has none. */
  subjects(release: ExportRelease): readonly string[];
  write(release: ExportRelease, wish: Wish, subject: string): Pieces;
}

export const noSubjects = (): readonly string[] => [];
