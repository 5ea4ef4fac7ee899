import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';
import { CLASSIFY, profile } from './ask.js';

const kobling = useKobling();

describe('bad input', () => {
  test.each([
    [profile(['I.1.a.99']), 'input.entityTypes', ['entity-type/nis2/I.1.a.1'], 'Did you mean'],
    [profile([]), 'input.entityTypes', ['CENTRAL_GOVERNMENT'], 'says nothing of what the entity is'],
    [
      profile([], { circumstances: ['SOLE_PROVIDER'] }),
      'input.entityTypes',
      ['LOCAL_GOVERNMENT'],
      'Name at least one',
    ],
    [profile(Array<string>(21).fill('I.1.a.1')), 'input.entityTypes', [], 'names 21; at most 20'],
    [
      profile(['I.1.a.1'], { headcount: -1 }),
      'input.headcount',
      ['0'],
      'is -1. It is a number of persons from 0 to 10000000',
    ],
    [profile(['I.1.a.1'], { headcount: 10_000_001 }), 'input.headcount', ['10000000'], 'from 0 to 10000000'],
    [profile(['I.1.a.1'], { annualTurnoverEur: -0.01 }), 'input.annualTurnoverEur', ['0'], 'is -0.01'],
    [
      profile(['I.1.a.1'], { balanceSheetEur: 1e300 }),
      'input.balanceSheetEur',
      ['1000000000000000'],
      'number of euro',
    ],
    [
      profile(['I.1.a.1'], { size: 'SMALL', headcount: 50 }),
      'input.size',
      ['MEDIUM'],
      'the figures make it MEDIUM or LARGE',
    ],
    [
      profile(['I.1.a.1'], { size: 'LARGE', headcount: 249, annualTurnoverEur: 50e6 }),
      'input.size',
      ['MEDIUM'],
      'is LARGE',
    ],
    [profile(['I.1.a.1'], { establishedIn: ['EL'] }), 'input.establishedIn', ['GR'], 'Did you mean GR?'],
    [profile(['I.1.a.1'], { servesIn: ['DK', 'UK'] }), 'input.servesIn', ['GB'], 'Did you mean GB?'],
    [
      profile(['I.1.a.1'], { mainEstablishment: 'dk' }),
      'input.mainEstablishment',
      ['DK'],
      '"dk" is no ISO 3166-1',
    ],
    [profile(['I.1.a.1'], { establishedIn: ['Danmark'] }), 'input.establishedIn', ['DK'], 'Did you mean DK'],
    [profile(['I.1.a.1'], { establishedIn: ['Sweden'] }), 'input.establishedIn', ['SE'], 'Did you mean SE'],
    [profile(['I.1.a.1'], { establishedIn: ['ZZ'] }), 'input.establishedIn', [], 'is no ISO 3166-1'],
    [
      profile(['I.1.a.1'], { servesIn: Array<string>(51).fill('DK') }),
      'input.servesIn',
      [],
      'names 51; at most 50',
    ],
  ])('%j is refused', async (input, argument, suggestions, message) => {
    const { errors } = await kobling.ask(CLASSIFY, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(errors?.[0]?.extensions.suggestions ?? []).toEqual(expect.arrayContaining(suggestions));
    expect(errors?.[0]?.message).toContain(
      argument === 'input.entityTypes' && !input.entityTypes.length ? 'input' : argument,
    );
    expect(errors?.[0]?.message).toContain(message);
  });

  test.each([
    [{ entityTypes: ['entity-type/nis2/I.1.a.1'], size: 'LARG' }, 'LARGE'],
    [{ entityTypes: ['entity-type/nis2/I.1.a.1'], circumstances: ['SOLE_PROVIDERS'] }, 'SOLE_PROVIDER'],
    [{ entityTypes: ['entity-type/nis2/I.1.a.1'], headcount: 1.5 }, 'Int cannot represent non-integer'],
  ])('%j is refused by the schema', async (input, message) => {
    const { errors } = await kobling.ask(CLASSIFY, { input });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain(message);
  });
});

describe('an unknown entity type', () => {
  test.each([
    ['entity-type/nis2/I.8.44', 'entity-type/nis2/I.8.4'],
    ['I.8.4', 'entity-type/nis2/I.8.4'],
    ['cloud', 'entity-type/nis2/I.8.4'],
    ['entity-type/nis2/I.1', 'entity-type/nis2/I.1.a.1'],
    ['II.5.a', 'entity-type/nis2/II.5.a.1'],
    ['Credit institution', 'entity-type/nis2/I.3.1'],
    ['kreditinstitutter', 'entity-type/nis2/I.3.1'],
    ['DNS service provider', 'entity-type/nis2/I.8.2'],
  ])('%s is answered with the one that is meant', async (written, meant) => {
    const { errors } = await kobling.ask(CLASSIFY, { input: { entityTypes: [written] } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.entityTypes' });
    expect(errors?.[0]?.extensions.suggestions).toContain(meant);
  });

  test('that resembles none is told where they are listed', async () => {
    const { errors } = await kobling.ask(CLASSIFY, { input: { entityTypes: ['x'.repeat(5000)] } });
    expect(errors?.[0]?.message).toContain('sectors { entityTypes { id name } }');
    expect(errors?.[0]?.message.length).toBeLessThan(300);
  });
});

test('an empty list says nothing, and is no error beside an entity type', async () => {
  const some = { size: 'LARGE', circumstances: [], establishedIn: [], servesIn: [] };
  const { data, errors } = await kobling.ask(CLASSIFY, { input: profile(['I.1.a.1'], some) });
  expect(errors).toBeUndefined();
  expect(data.classifyEntity).toMatchObject({ outcome: 'ESSENTIAL', jurisdictions: [] });
});
