import type { Problem } from './problems.js';
import type { Seeds } from './seed-files.js';
import type { SeedIndex } from './seed-index.js';

/** One rule: looks at the whole seed and returns everything it finds wrong. */
export type Rule = (seeds: Seeds, index: SeedIndex) => Problem[];
