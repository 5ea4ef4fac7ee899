import type { NeedsDataset } from '../dataset/dataset.graph.js';
import type { NeedsLaw } from '../law/law.graph.js';
import type { NeedsMappings } from '../mappings/mappings.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import type { NeedsStandards } from '../standards/standards.graph.js';

/** What of a release an export reads. */
export type ExportRelease = NeedsLaw['release'] &
  NeedsSectors['release'] &
  NeedsStandards['release'] &
  NeedsMappings['release'] &
  NeedsDataset['release'];

/** The part of an id after its type, as addresses and files have it: `nis2`, `iso27001-2022/A.5.19`. */
export const shortOf = ({ id }: { id: string }) => id.slice(id.indexOf('/') + 1);
