import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

const SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE', undefined] as const;
const OUTCOMES: Readonly<Record<string, string>> = {
  O: 'OUT_OF_SCOPE',
  R: 'REGISTRATION_ONLY',
  I: 'IMPORTANT',
  E: 'ESSENTIAL',
  '?': 'NEEDS_DECISION',
};

/** The types that the directive itself sets apart; all others go by their annex. Written here, not read from the seed. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  telecom: ['I.8.8', 'I.8.9'],
  trust: ['I.8.7'],
  dns: ['I.8.2', 'I.8.3'],
  central: ['I.10.1'],
  regional: ['I.10.2'],
};
const EXAMPLE: Readonly<Record<string, string[]>> = {
  'annex-I': ['I.1.a.1'],
  'annex-II': ['II.5.c.1'],
  telecom: ['I.8.8'],
  trust: ['I.8.7'],
  dns: ['I.8.3'],
  central: ['I.10.1'],
  regional: ['I.10.2'],
  nothing: [],
};

interface Row {
  circumstance: string;
  group: string;
  cells: string[];
}

const rows: Row[] = readFileSync(path.join(ROOT, 'test', 'scope', 'cases.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [circumstance = '', group = '', cells = ''] = line.split('|').map((part) => part.trim());
    return { circumstance, group, cells: cells.split(/\s+/) };
  });
const rowOf = (circumstance: string, group: string) => {
  const row = rows.find((one) => one.circumstance === circumstance && one.group === group);
  if (!row) throw new Error(`no row ${circumstance} | ${group}`);
  return row;
};

const ADMINISTRATION: ReadonlySet<string> = new Set([
  'central',
  'regional',
  'CENTRAL_GOVERNMENT',
  'REGIONAL_GOVERNMENT',
  'LOCAL_GOVERNMENT',
]);

/** What the table says once public administration does not count: no other country's is one (Article 6(35)). */
function cellsAbroad({ circumstance, group, cells }: Row): string[] {
  if (!ADMINISTRATION.has(circumstance) && !ADMINISTRATION.has(group)) return cells;
  const rest = rowOf(
    ADMINISTRATION.has(circumstance) ? 'NONE' : circumstance,
    ADMINISTRATION.has(group) ? 'nothing' : group,
  );
  return rest.cells.map((cell) => (cell === 'refused' ? 'O:6.35' : cell));
}

interface Answer {
  outcome: string;
  openQuestions: string[];
  reasons: { decisive: boolean; statement: string; provision: { id: string } }[];
}

/** Asks for one profile in all five sizes at once, and says what came as cells of the table. */
async function ask(row: Row, types: string[], rest: object = {}): Promise<(Answer | null)[]> {
  const inputs = SIZES.map((size) => ({
    entityTypes: types.map((type) => `entity-type/nis2/${type}`),
    ...(row.circumstance !== 'NONE' && { circumstances: [row.circumstance] }),
    ...(size && { size }),
    ...rest,
  }));
  const answers = await Promise.all(
    inputs.map((input) =>
      kobling.ask(
        `query ($input: EntityProfileInput!) { classifyEntity(input: $input) { outcome openQuestions
          reasons { decisive statement(language: DA) provision { id } } } }`,
        { input },
      ),
    ),
  );
  return answers.map(({ data, errors }) => {
    if (!errors) return data.classifyEntity as Answer;
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    return null;
  });
}

function expectCell(answer: Answer | null, cell: string): void {
  if (cell === 'refused' || answer === null) {
    expect(answer === null ? 'refused' : answer.outcome).toBe(cell);
    return;
  }
  const [outcome = '', place] = cell.split(':');
  const decisive = answer.reasons.filter((reason) => reason.decisive).map(({ provision }) => provision.id);
  expect({ outcome: answer.outcome, decisive }).toEqual({
    outcome: OUTCOMES[outcome],
    decisive: expect.arrayContaining([`provision/nis2/${place}`]),
  });
  if (outcome === '?') expect(answer.openQuestions).not.toEqual([]);
}

test('the table has every circumstance for every kind of entity, in every size', () => {
  const circumstances = new Set(rows.map(({ circumstance }) => circumstance));
  expect(circumstances.size).toBe(16);
  expect(rows).toHaveLength(circumstances.size * Object.keys(EXAMPLE).length);
  expect(rows.every(({ cells }) => cells.length === SIZES.length)).toBe(true);
  expect(new Set(rows.map(({ circumstance, group }) => `${circumstance} ${group}`)).size).toBe(rows.length);
  expect(rows.flatMap(({ cells }) => cells).length).toBeGreaterThanOrEqual(400);
});

describe('as the table says', () => {
  test.each(rows)('$circumstance, $group', async (row) => {
    const answers = await ask(row, EXAMPLE[row.group] ?? []);
    answers.forEach((answer, index) => expectCell(answer, row.cells[index] ?? ''));
  });
});

describe('every type of the annexes, in every size', () => {
  test('goes by its annex, unless the directive sets it apart', async () => {
    const types = kobling.release.sectors.entityTypes.all.map(({ id }) =>
      id.replace('entity-type/nis2/', ''),
    );
    expect(types).toHaveLength(67);
    for (const type of types) {
      const apart = Object.entries(GROUPS).find(([, members]) => members.includes(type))?.[0];
      const row = rowOf('NONE', apart ?? (type.startsWith('II.') ? 'annex-II' : 'annex-I'));
      (await ask(row, [type])).forEach((answer, index) => expectCell(answer, row.cells[index] ?? ''));
    }
  });
});

describe('place', () => {
  test.each(rows)(
    'never makes in the Union a difference by the directive: $circumstance, $group',
    async (row) => {
      const answers = await ask(row, EXAMPLE[row.group] ?? [], {
        establishedIn: ['SE'],
        servesIn: ['SE', 'US'],
      });
      answers.forEach((answer, index) => expectCell(answer, row.cells[index] ?? ''));
    },
  );

  test.each(rows)(
    'neither established nor serving in the Union is out: $circumstance, $group',
    async (row) => {
      const answers = await ask(row, EXAMPLE[row.group] ?? [], {
        establishedIn: ['US'],
        servesIn: ['US', 'NO'],
      });
      answers.forEach((answer, index) =>
        expectCell(answer, row.cells[index] === 'refused' ? 'refused' : 'O:2.1'),
      );
    },
  );

  test.each(rows)(
    'established elsewhere, and where it serves not said: $circumstance, $group',
    async (row) => {
      const answers = await ask(row, EXAMPLE[row.group] ?? [], { establishedIn: ['US'] });
      const cells = cellsAbroad(row);
      answers.forEach((answer, index) => {
        const cell = cells[index] ?? '';
        // What is out in the Union is out anywhere; everything else turns on whether it serves the Union.
        if (cell === 'refused' || cell.startsWith('O')) expectCell(answer, cell);
        else expectCell(answer, '?:2.1');
      });
    },
  );

  test.each(rows)(
    'established elsewhere, serving the Union, is as in the Union, save for administration: $circumstance, $group',
    async (row) => {
      const answers = await ask(row, EXAMPLE[row.group] ?? [], {
        establishedIn: ['US'],
        servesIn: ['SE'],
      });
      const cells = cellsAbroad(row);
      answers.forEach((answer, index) => expectCell(answer, cells[index] ?? ''));
    },
  );

  test.each([
    // Denmark has brought its municipalities in by order 620/2025, section 1.
    [
      'LOCAL_GOVERNMENT',
      [],
      'dk-620-2025/1.1.1',
      ['IMPORTANT', 'IMPORTANT', 'IMPORTANT', 'IMPORTANT', 'IMPORTANT'],
    ],
    // And its regions, section 2; whether a large one is essential is read in two ways.
    [
      'REGIONAL_GOVERNMENT',
      [],
      'dk-620-2025/2.1.1',
      ['IMPORTANT', 'IMPORTANT', 'IMPORTANT', 'NEEDS_DECISION', 'NEEDS_DECISION'],
    ],
  ])('in Denmark: %s', async (circumstance, types, place, outcomes) => {
    const answers = await ask({ circumstance, group: '', cells: [] }, types, { establishedIn: ['DK'] });
    expect(answers.map((answer) => answer?.outcome)).toEqual(outcomes);
    for (const answer of answers)
      expect(answer?.reasons.map(({ provision }) => provision.id)).toContain(`provision/${place}`);
  });
});
