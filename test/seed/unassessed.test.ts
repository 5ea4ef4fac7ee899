import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

/** Shrinking this file is the roadmap: each pair in it waits for somebody's judgement. */
const golden = readFileSync(new URL('unassessed.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .filter(Boolean);

test('what nobody has judged yet is listed, pair by pair, and counted', () => {
  const { law, standards, mappings, dataset } = kobling.release;
  const pairs = standards.standards.all
    .filter(({ current }) => current)
    .flatMap((standard) =>
      law.obligations.all
        .filter((obligation) => obligation.entityFacing && !mappings.isAssessed(obligation, standard))
        .map((obligation) => `${obligation.id} ${standard.id}`),
    );
  expect(pairs).toEqual(golden);
  expect(dataset.counts.unassessed).toBe(pairs.length);
});
