import { describe, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PATHS } from '../../src/paths.js';
import { findProblems } from '../../src/seeding/check-seeds.js';
import { SeedError } from '../../src/seeding/problems.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import type {
  EdgeSeed,
  LinksSeed,
  MappingsSeed,
  ObligationsSeed,
  ProvisionsSeed,
  RemaindersSeed,
  RetiredSeed,
  StandardSeed,
} from '../../src/seeding/seed-shapes.js';
import { copySeeds, problemsAfter } from '../support/seeds.js';

const MAPPINGS = 'mappings/nis2--iso27001-2022.json';
const OBLIGATIONS = 'law/nis2/obligations.json';

/** What the check says after one edge is changed; `is` picks the edge. */
async function afterEdge(
  is: (edge: EdgeSeed) => boolean,
  change: (edge: Record<string, unknown>) => void,
): Promise<string[]> {
  return problemsAfter<MappingsSeed>(MAPPINGS, ({ edges }) => {
    const edge = edges.find(is);
    if (!edge) throw new Error('no such edge');
    change(edge as unknown as Record<string, unknown>);
  });
}
const backup = ({ obligation, clause }: EdgeSeed) => obligation === '21.2.c' && clause === 'A.8.13';

test('the seed has nothing wrong', async () => {
  expect(findProblems(await readSeeds(PATHS.seed), PATHS.seedSchemas)).toEqual([]);
});

describe('the shape of a seed file', () => {
  test('names a mistyped key, with the one that was meant', async () => {
    const problems = await afterEdge(backup, (edge) => (edge.strenght = 9));
    expect(problems).toEqual([
      `seed/${MAPPINGS}#21.2.c~A.8.13: edges has an unknown key "strenght". Did you mean strength?`,
    ]);
  });

  test('names a wrong enum value, with the one that was meant', async () => {
    const problems = await afterEdge(backup, (edge) => (edge.relationship = 'SUPERSETOF'));
    expect(problems[0]).toContain(
      'relationship is "SUPERSETOF", which is not one of EQUAL, SUBSET_OF, SUPERSET_OF',
    );
    expect(problems[0]).toContain('Did you mean SUPERSET_OF?');
  });

  test('asks for both languages, and for words in them', async () => {
    expect(await afterEdge(backup, (edge) => (edge.rationale = { en: 'Only English.' }))).toEqual([
      `seed/${MAPPINGS}#21.2.c~A.8.13: edges.rationale lacks "da". Add it.`,
    ]);
    expect(await afterEdge(backup, (edge) => (edge.rationale = { en: 'English.', da: ' ' }))).toHaveLength(1);
  });

  test('asks for a rationale and a source on every edge', async () => {
    expect(await afterEdge(backup, (edge) => delete edge.rationale)).toEqual([
      `seed/${MAPPINGS}#21.2.c~A.8.13: edges lacks "rationale". Add it.`,
    ]);
    expect(await afterEdge(backup, (edge) => (edge.sources = []))).toHaveLength(1);
  });

  test('keeps strength between 1 and 10', async () => {
    expect(await afterEdge(backup, (edge) => (edge.strength = 11))).toHaveLength(1);
    expect(await afterEdge(backup, (edge) => (edge.strength = '9'))).toHaveLength(1);
  });

  test('refuses a file nobody knows and a file that is no JSON, both at once', async () => {
    const folder = await copySeeds();
    await writeFile(path.join(folder, 'surprise.json'), '{}');
    await writeFile(path.join(folder, 'release.json'), '{ "version": ');
    const error = await readSeeds(folder).catch((reason: unknown) => reason as SeedError);
    expect(error).toBeInstanceOf(SeedError);
    expect((error as SeedError).problems.map(({ file }) => file)).toEqual([
      'seed/release.json',
      'seed/surprise.json',
    ]);
  });

  // Read leniently, a damaged letter would be shown as a question mark in a lozenge.
  test('refuses a file whose letters are damaged', async () => {
    const folder = await copySeeds();
    const file = path.join(folder, 'law/dora/instrument.json');
    const bytes = await readFile(file);
    const letter = bytes.indexOf('ø');
    bytes.writeUInt8(bytes.readUInt8(letter) ^ 1, letter);
    bytes.writeUInt8(0x20, letter + 1);
    await writeFile(file, bytes);
    await expect(readSeeds(folder)).rejects.toThrow(
      'seed/law/dora/instrument.json: is not UTF-8. Restore the file, or save it as UTF-8.',
    );
  });

  test('is told for all files at once', async () => {
    const folder = await copySeeds<MappingsSeed>(MAPPINGS, ({ edges }) =>
      edges.forEach((edge) => delete (edge as Partial<EdgeSeed>).gap),
    );
    await writeFile(path.join(folder, 'retired.json'), '{}');
    const problems = findProblems(await readSeeds(folder), PATHS.seedSchemas);
    expect(problems).toEqual([
      { file: 'seed/retired.json', record: '', message: 'the file lacks "retired". Add it.' },
    ]);
  });
});

describe('a seed rule', () => {
  test('refuses the same id twice', async () => {
    expect(
      await problemsAfter<MappingsSeed>(MAPPINGS, ({ edges }) =>
        edges.push({ ...edges[0]!, rationale: { en: 'Another.', da: 'En anden.' } }),
      ),
    ).toEqual([
      expect.stringMatching(
        /is there twice, first in seed\/mappings\/nis2--iso27001-2022\.json\. Keep one\.$/,
      ),
    ]);
    expect(
      await problemsAfter<RetiredSeed>('retired.json', ({ retired }) =>
        retired.push({
          id: 'obligation/nis2/20.1',
          retiredIn: '1',
          reason: { en: 'a', da: 'b' },
          replacedBy: [],
        }),
      ),
    ).toEqual([expect.stringContaining('obligation/nis2/20.1 is there twice')]);
    expect(
      await problemsAfter<LinksSeed>('standards/links.json', ({ links }) => links.push(links[0]!)),
    ).toHaveLength(1);
  });

  test('refuses a reference to what does not exist, with the nearest that does', async () => {
    expect(await afterEdge(backup, (edge) => (edge.clause = 'A.8.113'))).toEqual([
      expect.stringMatching(
        /#21\.2\.c~A\.8\.113: clause points at clause\/iso27001-2022\/A\.8\.113, which does not exist\. Did you mean clause\/iso27001-2022\/A\.8\.1/,
      ),
    ]);
    expect(await afterEdge(backup, (edge) => (edge.clause = 'A.12.3.1'))).toHaveLength(1);
    expect(await afterEdge(backup, (edge) => (edge.sources = [{ source: 'hearsay' }]))).toEqual([
      expect.stringContaining('sources points at source/hearsay'),
    ]);
    const elsewhere = await Promise.all([
      problemsAfter<ObligationsSeed>(OBLIGATIONS, ({ obligations }) =>
        obligations.forEach((duty) => duty.key === '24.1' && (duty.appliesTo = ['nis2/I.77.1'])),
      ),
      problemsAfter<ProvisionsSeed>('law/nis2/provisions.json', ({ provisions }) =>
        provisions.forEach((place) => place.path === '21' && (place.parent = 'chapter-X')),
      ),
      problemsAfter<StandardSeed>(
        'standards/iso27019-2024.json',
        (standard) => (standard.supersedes = ['iso27019-1999']),
      ),
      problemsAfter<LinksSeed>('standards/links.json', ({ links }) =>
        links.forEach((link, index) => index === 0 && (link.to = 'iso27001-2022/44')),
      ),
      problemsAfter<RemaindersSeed>('mappings/nis2--remainders.json', ({ remainders }) =>
        remainders.push({ obligation: '99.9', text: { en: 'x', da: 'y' } }),
      ),
    ]);
    for (const problems of elsewhere)
      expect(problems).toEqual([expect.stringContaining('which does not exist.')]);
  });

  test('refuses an edge to a heading', async () => {
    expect(await afterEdge(backup, (edge) => (edge.clause = '9.2'))).toEqual([
      `seed/${MAPPINGS}#21.2.c~9.2: 9.2 is a heading. Name the clause under it that is meant.`,
    ]);
  });

  test('refuses a judgement that says too little or too much', async () => {
    expect(await afterEdge(backup, (edge) => delete edge.gap)).toEqual([
      expect.stringContaining('SUPERSET_OF leaves something open. Say in gap'),
    ]);
    expect(await afterEdge(backup, (edge) => (edge.topics = ['backups']))).toEqual([
      expect.stringContaining(
        'backups is no topic of obligation/nis2/21.2.c. It has business-continuity, backup-management',
      ),
    ]);
    const cryptography = ({ obligation, clause }: EdgeSeed) => obligation === '21.2.h' && clause === 'A.8.24';
    expect(await afterEdge(cryptography, (edge) => (edge.gap = { en: 'Something.', da: 'Noget.' }))).toEqual([
      expect.stringContaining('covers everything, so there is no gap'),
    ]);
    expect(await afterEdge(cryptography, (edge) => (edge.topics = ['encryption']))).toEqual([
      expect.stringContaining('topics follow from SUBSET_OF'),
    ]);
  });

  test('refuses an assessment beside an edge that covers a part', async () => {
    expect(
      await problemsAfter<MappingsSeed>(MAPPINGS, ({ assessments }) =>
        assessments.push({
          obligation: '21.2.c',
          outcome: 'NONE' as never,
          reason: { en: 'Nothing at all.', da: 'Slet intet.' },
          sources: [{ source: 'kobling' }],
        }),
      ),
    ).toEqual([
      expect.stringContaining(
        '#21.2.c: is assessed as NONE, but an edge to iso27001-2022 covers a part of it',
      ),
    ]);
  });

  test('refuses a reason that is pasted', async () => {
    const problems = await problemsAfter<MappingsSeed>(MAPPINGS, ({ edges: [first, second] }) => {
      if (first && second) second.rationale = { en: first.rationale.en, da: 'Noget andet.' };
    });
    expect(problems).toEqual([
      expect.stringContaining('gives the same reason as seed/mappings/nis2--iso27001-2022.json#'),
    ]);
  });

  test('refuses more confidence than the sources give', async () => {
    expect(await afterEdge(backup, (edge) => (edge.confidence = 'HIGH'))).toEqual([
      expect.stringContaining('confidence HIGH rests on'),
    ]);
    expect(
      await afterEdge(backup, (edge) =>
        Object.assign(edge, { status: 'REVIEWED', sources: [{ source: 'kobling' }] }),
      ),
    ).toEqual([expect.stringContaining('is REVIEWED on our own judgement alone')]);
  });

  test('refuses to cover fully what no clause closes, by one edge or by several together', async () => {
    const governance = ({ obligation }: EdgeSeed) => obligation === '20.1';
    const alone = await afterEdge(governance, (edge) => {
      edge.relationship = 'SUBSET_OF';
      delete edge.gap;
      delete edge.topics;
    });
    expect(alone).toEqual([
      expect.stringContaining(
        'covers all of obligation/nis2/20.1, of which a remainder says that no clause closes it',
      ),
    ]);
    const together = await afterEdge(
      governance,
      (edge) => (edge.topics = ['approval', 'oversight', 'liability']),
    );
    expect(together).toEqual([
      expect.stringContaining('seed/law/nis2/obligations.json#20.1: the topics of its edges add up to all'),
    ]);
  });

  test('refuses a topic that is part of none', async () => {
    expect(
      await problemsAfter<ObligationsSeed>(OBLIGATIONS, ({ obligations }) => {
        const { topics } = obligations.find(({ key }) => key === '21.2.b') ?? {};
        if (Array.isArray(topics) && topics[0]) topics[0].partOf = 'handling';
      }),
    ).toEqual([expect.stringContaining('is partOf handling, which is no topic of the measure')]);
  });

  test('finds everything before it fails, across files', async () => {
    const problems = await problemsAfter<ProvisionsSeed>('law/nis2/provisions.json', (content) => {
      content.provisions = content.provisions.filter(({ path: place }) => place !== '21.2.j');
    });
    expect(new Set(problems.map((problem) => problem.split('#')[0]))).toEqual(
      new Set([
        'seed/law/nis2/measures.json',
        'seed/law/nis2/obligations.json',
        'seed/law/relations/dk-transposition.json',
      ]),
    );
  });
});
