import { checkSchema } from './check-schema.js';
import { SeedError, type Problem } from './problems.js';
import { completeJudgements } from './rules/complete-judgements.js';
import { edgeTargets } from './rules/edge-targets.js';
import { honestConfidence } from './rules/honest-confidence.js';
import { knownLegalPlaces } from './rules/known-legal-places.js';
import { knownReferences } from './rules/known-references.js';
import { knownScopePlaces } from './rules/known-scope-places.js';
import { neverFull } from './rules/never-full.js';
import { ownReasons } from './rules/own-reasons.js';
import { taughtPlaces } from './rules/taught-places.js';
import { toldProvisions } from './rules/told-provisions.js';
import { uniqueIds } from './rules/unique-ids.js';
import { uniqueSynonyms } from './rules/unique-synonyms.js';
import { uniqueVersions } from './rules/unique-versions.js';
import type { Seeds } from './seed-files.js';
import { indexSeeds } from './seed-index.js';
import type { Rule } from './rule.js';

const RULES: readonly Rule[] = [
  uniqueIds,
  uniqueVersions,
  uniqueSynonyms,
  knownReferences,
  knownLegalPlaces,
  taughtPlaces,
  knownScopePlaces,
  toldProvisions,
  edgeTargets,
  completeJudgements,
  ownReasons,
  honestConfidence,
  neverFull,
];

/** Everything wrong with the seeds. The rules run once every file has the shape they rely on. */
export function findProblems(seeds: Seeds, schemaFolder: string): Problem[] {
  const misshapen = checkSchema(seeds, schemaFolder);
  if (misshapen.length > 0) return misshapen;
  const index = indexSeeds(seeds);
  return RULES.flatMap((rule) => rule(seeds, index));
}

/** Throws a SeedError with everything that is wrong, if anything is. */
export function checkSeeds(seeds: Seeds, schemaFolder: string): void {
  const problems = findProblems(seeds, schemaFolder);
  if (problems.length > 0) throw new SeedError(problems);
}
