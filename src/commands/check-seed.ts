import { PATHS } from '../paths.js';
import { findProblems } from '../seeding/check-seeds.js';
import { printProblem, SeedError } from '../seeding/problems.js';
import { readSeeds } from '../seeding/read-seeds.js';

/** `npm run check:seed`: says everything that is wrong with the seed, or that nothing is. */
async function main(): Promise<void> {
  const seeds = await readSeeds(PATHS.seed);
  const problems = findProblems(seeds, PATHS.seedSchemas);
  if (problems.length > 0) throw new SeedError(problems);
  console.log(`${seeds.files.length} seed files, nothing wrong. Checksum ${seeds.checksum}`);
}

main().catch((error: unknown) => {
  console.error(
    error instanceof SeedError
      ? [error.message.split('\n')[0], ...error.problems.map(printProblem)].join('\n')
      : error,
  );
  process.exitCode = 1;
});
