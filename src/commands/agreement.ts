import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { agreementOf, differs, type TwiceReadPair } from '../mappings/agreement.js';
import { ROOT } from '../paths.js';
import { groupBy } from '../shared/catalogue.js';

/** The blind second reading of the ten measures; docs/review/README.md says how it was done. */
export const BLIND_READING = path.join(ROOT, 'docs', 'review', 'blind-reading-0.2.0.json');

/** `npm run -s agreement`: how far two readers agreed on the ten measures, and what became of the differences. */
async function main(): Promise<void> {
  const { pairs } = JSON.parse(await readFile(BLIND_READING, 'utf8')) as { pairs: TwiceReadPair[] };
  const blind = pairs.filter(({ example }) => !example);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const line = (name: string, some: readonly TwiceReadPair[]) => {
    const { relationship, kappa, covers, topics, strength } = agreementOf(some);
    return [
      name.padEnd(8),
      String(some.length).padStart(5),
      ...[percent(relationship), kappa.toFixed(2), percent(covers), percent(topics), percent(strength)].map(
        (figure) => figure.padStart(14),
      ),
    ].join('');
  };
  const differing = blind.filter(differs);
  const kept = groupBy(differing, ({ resolution }) => resolution?.kept ?? 'unresolved');
  console.log(
    [
      `measure   pairs  relationship         kappa        covers        topics      strength`,
      ...[...groupBy(blind, ({ obligation }) => obligation)].map(([measure, some]) => line(measure, some)),
      line('all', blind),
      '',
      `strength: share of the pairs both relate in which it differs by two at most`,
      `${pairs.length - blind.length} pairs that the method's own page uses as examples are left out`,
      `${differing.length} pairs differ: ${[...kept].map(([who, some]) => `${some.length} ${who.toLowerCase()}`).join(', ')} kept`,
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
