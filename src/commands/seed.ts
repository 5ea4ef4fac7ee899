import { createEngine } from '../create-engine.js';
import { readEnvironment } from '../environment.js';
import { sayIfSlow } from '../say-if-slow.js';

/** `npm run seed`: writes the release of the seed if the database is missing or holds another one. */
try {
  const engine = createEngine(readEnvironment(process.env));
  const outcome = await sayIfSlow('Building the database from the seed ...', engine.ensure);
  console.log(
    {
      seeded: `Seeded ${engine.name}`,
      mended: `${engine.name} was damaged and has been built anew from the seed`,
      unchanged: `${engine.name} already holds this release`,
    }[outcome],
  );
  await engine.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
