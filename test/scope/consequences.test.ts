import { describe, expect, test } from '@jest/globals';
import { useKobling } from '../support/kobling.js';
import { classifyWith, decisive, idsOf, profile, rulesOf } from './ask.js';

const kobling = useKobling();
const classify = classifyWith(kobling);

/** An obligation with what the same query asks of it. */
interface Flowing {
  id: string;
  deadline: { duration: string } | null;
  mappings: { nodes: unknown[] };
}

describe('jurisdiction', () => {
  test.each([
    // Article 26(1): where it is established.
    [['I.1.a.1'], { establishedIn: ['SE', 'DK', 'NO'] }, ['DK', 'SE'], null],
    [['I.1.a.1'], {}, [], 'Article 26(1)'],
    [['I.1.a.1'], { establishedIn: ['NO'], servesIn: ['DK'] }, [], null],
    [['I.8.7'], { establishedIn: ['DK'], servesIn: ['SE'] }, ['DK'], null],
    [['I.8.1'], { establishedIn: ['DK'], mainEstablishment: 'SE' }, ['DK', 'SE'], null],
    // (a): where the service is provided.
    [['I.8.9'], { establishedIn: ['DK'], servesIn: ['SE', 'DE', 'US'] }, ['DE', 'SE'], null],
    [['I.8.9'], { establishedIn: ['DK'] }, [], 'Article 26(1)(a)'],
    [['I.8.9'], { establishedIn: ['DK'], servesIn: ['NO'] }, [], 'Article 26(1)(a)'],
    // (b): the main establishment.
    [['I.8.4'], { establishedIn: ['DK', 'IE'], mainEstablishment: 'IE' }, ['IE'], null],
    [['I.8.4'], { establishedIn: ['DK', 'US'] }, ['DK'], null],
    [['I.8.4'], { establishedIn: ['DK', 'IE'] }, [], 'Article 26(2)'],
    [['I.8.4'], { establishedIn: ['DK'], mainEstablishment: 'US' }, ['DK'], null],
    [['I.8.4'], { establishedIn: ['US'], servesIn: ['DK'] }, [], 'Article 26(3)'],
    [['I.8.4'], { mainEstablishment: 'US', servesIn: ['DK'] }, [], 'Article 26(3)'],
    [['I.8.4'], {}, [], 'Article 26(2)'],
    // (c): public administration.
    [['I.10.1'], { establishedIn: ['DK'] }, ['DK'], null],
    [['I.10.1'], {}, [], 'Article 26(1)(c)'],
    // In place of the general rule: the offices of an administration elsewhere give no jurisdiction.
    [['I.10.1', 'I.5.1'], {}, [], 'Article 26(1)(c)'],
    [['I.10.1', 'I.5.1'], { establishedIn: ['DK', 'ES'] }, [], 'Article 26(1)(c)'],
    // Territories of the Union with a code of their own (TFEU Articles 349 and 355).
    [['I.1.a.1'], { establishedIn: ['RE'], servesIn: ['RE'] }, ['FR'], null],
    [['I.1.a.1'], { establishedIn: ['AX', 'FI'] }, ['FI'], null],
    [['I.8.9'], { servesIn: ['GP', 'DK'] }, ['DK', 'FR'], null],
    [['I.8.4'], { mainEstablishment: 'GF' }, ['FR'], null],
    // Several rules at once.
    [['I.8.9', 'I.8.4'], { establishedIn: ['IE'], servesIn: ['SE'] }, ['IE', 'SE'], null],
  ])('%j %j', async (types, places, countries, question) => {
    const answer = await classify(types, { size: 'LARGE', ...places });
    expect(answer.outcome).toBe('ESSENTIAL');
    expect(answer.jurisdictions).toEqual(countries);
    expect(answer.openQuestions).toEqual(question ? [expect.stringContaining(question)] : []);
  });

  test('of nobody is explained', async () => {
    const foreign = await classify(['I.1.a.1'], { size: 'LARGE', establishedIn: ['NO'], servesIn: ['DK'] });
    expect(rulesOf(foreign)).toContain('nis2/26.1~nowhere');
    expect(rulesOf(await classify(['I.1.a.1'], { size: 'LARGE' }))).not.toContain('nis2/26.1~nowhere');
    const overseas = await classify(['I.1.a.1'], { size: 'LARGE', establishedIn: ['GL'], servesIn: ['FO'] });
    expect(overseas.outcome).toBe('OUT_OF_SCOPE');
  });

  test('of a registrar is that of its main establishment', async () => {
    const circumstances = ['DOMAIN_NAME_REGISTRATION_SERVICES'];
    expect(await classify([], { circumstances, mainEstablishment: 'DK' })).toMatchObject({
      outcome: 'REGISTRATION_ONLY',
      jurisdictions: ['DK'],
      supervision: null,
      maximumFine: null,
      openQuestions: [],
    });
  });
});

describe('supervision and fines', () => {
  test('follow the class', async () => {
    const essential = await classify(['I.1.a.1'], {
      headcount: 300,
      annualTurnoverEur: 2e9,
      balanceSheetEur: 1,
    });
    expect(essential.maximumFine).toEqual({
      amountEur: 40e6,
      turnoverPercent: 2,
      provision: { id: 'provision/nis2/34.4' },
    });
    expect(essential.supervision).toContain('Article 32');
    const important = await classify(['II.5.c.1'], { headcount: 300 });
    expect(important.maximumFine).toEqual({
      amountEur: 7e6,
      turnoverPercent: 1.4,
      provision: { id: 'provision/nis2/34.5' },
    });
    expect(important.supervision).toContain('Article 33');
    expect(important.supervisionDa).toContain('artikel 33');
  });

  test('of public administration leave the fine to the Member State (34(7))', async () => {
    const municipality = await classify([], { establishedIn: ['DK'], circumstances: ['LOCAL_GOVERNMENT'] });
    for (const answer of [await classify(['I.10.1']), municipality]) {
      expect(answer.maximumFine).toBeNull();
      expect(rulesOf(answer)).toContain('nis2/34.7');
      expect(answer.supervision).not.toBeNull();
    }
    expect(municipality.outcome).toBe('IMPORTANT');
    expect(decisive(municipality)).toContain('dk-620-2025/1.1.1');
    expect(rulesOf(municipality)).toContain('dk-nis2/4.1');
    expect(decisive(municipality)).toContain('nis2/3.2~brought-in');
  });

  test('do so too where an authority in security is in only as a trust service provider (2(9))', async () => {
    const circumstances = [
      'CENTRAL_GOVERNMENT',
      'NATIONAL_SECURITY_OR_DEFENCE',
      'QUALIFIED_TRUST_SERVICE_PROVIDER',
    ];
    const service = await classify([], { circumstances, establishedIn: ['FR'], annualTurnoverEur: 1e9 });
    expect(service).toMatchObject({ outcome: 'ESSENTIAL', jurisdictions: ['FR'], maximumFine: null });
    expect(rulesOf(service)).toEqual(expect.arrayContaining(['nis2/2.7', 'nis2/26.1.c', 'nis2/34.7']));
    expect(rulesOf(service)).not.toContain('nis2/26.1');
  });

  test("treat another country's authority as what else it is (6(35))", async () => {
    const canton = await classify(['I.5.1'], {
      size: 'LARGE',
      circumstances: ['REGIONAL_GOVERNMENT'],
      establishedIn: ['CH'],
      servesIn: ['AT'],
    });
    expect(canton).toMatchObject({ outcome: 'ESSENTIAL', jurisdictions: [], openQuestions: [] });
    expect(canton.maximumFine?.amountEur).toBe(10e6);
    expect(rulesOf(canton)).toContain('nis2/6.35');
  });
});

describe('DORA as lex specialis', () => {
  test.each(['I.3.1', 'I.4.1', 'I.4.2'])(
    'lifts risk management, reporting and Chapter VII for %s',
    async (type) => {
      const bank = await classify([type], { size: 'LARGE', establishedIn: ['DK'], annualTurnoverEur: 5e9 });
      expect(bank).toMatchObject({
        outcome: 'ESSENTIAL',
        jurisdictions: ['DK'],
        maximumFine: null,
        lexSpecialis: [{ id: 'instrument/dora' }],
      });
      expect(rulesOf(bank)).toContain('nis2/4.1');
      expect(bank.supervision).toContain('DORA');
      expect(idsOf(bank.obligations)).toEqual([
        'obligation/nis2/2.14',
        'obligation/nis2/3.4/1',
        'obligation/nis2/3.4/2',
        'obligation/nis2/29.4',
      ]);
    },
  );

  test('does not lift the duties of another type the entity is as well', async () => {
    const both = await classify(['I.3.1', 'I.9.1'], { size: 'LARGE', establishedIn: ['DK'] });
    expect(both.lexSpecialis).toEqual([{ id: 'instrument/dora' }]);
    expect(rulesOf(both)).toContain('nis2/4.1~in-part');
    expect(idsOf(both.obligations)).toContain('obligation/nis2/21.2.a');
    expect(both.maximumFine).not.toBeNull();
  });

  test('covers exactly the types that carry the fact', () => {
    const types = kobling.release.sectors.entityTypes.all.filter(({ doraLexSpecialis }) => doraLexSpecialis);
    expect(types.map(({ id }) => id)).toEqual(
      ['I.3.1', 'I.4.1', 'I.4.2'].map((key) => `entity-type/nis2/${key}`),
    );
  });
});

describe('obligations and standards', () => {
  const essential = (types: string[], rest: object = {}) =>
    classify(types, { size: 'LARGE', establishedIn: ['DK'], servesIn: ['DK'], ...rest });

  test('are those of class and type, and of nobody else', async () => {
    const energy = await essential(['I.1.a.1']);
    const ids = idsOf(energy.obligations);
    expect(ids).toEqual(
      expect.arrayContaining(['20.1', '21.2.j', '23.4.a', '32.6'].map((key) => `obligation/nis2/${key}`)),
    );
    for (const foreign of ['nis2/23.4', 'nis2/27.2', 'nis2/28.1', 'nis2/33.5', 'nis2/32.2', 'nis2/26.3'])
      expect(ids).not.toContain(`obligation/${foreign}`);
    expect(ids.some((id) => id.startsWith('obligation/cir/'))).toBe(false);
    const important = idsOf((await classify(['II.5.c.1'], { size: 'LARGE' })).obligations);
    expect(important).toContain('obligation/nis2/33.5');
    expect(important).not.toContain('obligation/nis2/32.6');
  });

  test('of the digital types include the implementing regulation and the ENISA registry', async () => {
    const cloud = idsOf((await essential(['I.8.4'])).obligations);
    const details = kobling.release.law.obligations.all.filter(({ id }) => id.startsWith('obligation/cir/'));
    expect(cloud.filter((id) => id.startsWith('obligation/cir/'))).toEqual(idsOf(details));
    expect(cloud).toContain('obligation/nis2/27.2');
    // A representative is for those outside the Union (Article 26(3)).
    expect(cloud).not.toContain('obligation/nis2/26.3');
    const abroad = await essential(['I.8.4'], { establishedIn: ['US'] });
    expect(idsOf(abroad.obligations)).toContain('obligation/nis2/26.3');
    expect(idsOf((await essential(['I.8.7'])).obligations)).toContain('obligation/nis2/23.4');
  });

  test('of a registry include Article 28; a registrar has that and registration only', async () => {
    expect(idsOf((await essential(['I.8.3'])).obligations)).toContain('obligation/nis2/28.1');
    const registrar = await classify([], {
      establishedIn: ['DK'],
      circumstances: ['DOMAIN_NAME_REGISTRATION_SERVICES'],
    });
    expect(idsOf(registrar.obligations)).toEqual(
      ['3.4/1', '3.4/2', '27.2', '27.3', '28.1', '28.2', '28.3', '28.4', '28.5', '28.6'].map(
        (key) => `obligation/nis2/${key}`,
      ),
    );
  });

  test('are, while a decision is needed, those that bind in any case', async () => {
    const either = await classify(['I.1.a.1'], { headcount: 100 });
    expect(either.outcome).toBe('NEEDS_DECISION');
    const ids = new Set(idsOf(either.obligations));
    const asImportant = idsOf((await classify(['I.1.a.1'], { size: 'MEDIUM' })).obligations);
    const asEssential = new Set(idsOf((await classify(['I.1.a.1'], { size: 'LARGE' })).obligations));
    expect([...ids]).toEqual(asImportant.filter((id) => asEssential.has(id)));
    expect(ids.size).toBeGreaterThan(20);
    expect((await classify(['I.1.a.1'])).obligations).toEqual([]);
  });

  test('come with the standards for everybody and those of the sector', async () => {
    const standards = async (type: string) => idsOf((await essential([type])).standards);
    const everybody = await standards('II.5.c.1');
    expect(everybody).toContain('standard/iso27001-2022');
    expect(everybody).not.toContain('standard/iso27001-2013');
    expect(await standards('I.1.a.1')).toEqual(
      expect.arrayContaining([...everybody, 'standard/iso27019-2024']),
    );
    expect(await standards('I.8.8')).toEqual(
      expect.arrayContaining([...everybody, 'standard/iso27011-2024']),
    );
    expect(everybody).not.toContain('standard/iso27019-2024');
    expect(everybody).not.toContain('standard/iso27011-2024');
  });

  test('flow on into clauses, deadlines and national law in the same query, without SQL', async () => {
    const query = `query ($input: EntityProfileInput!) { classifyEntity(input: $input) { outcome obligations {
      id deadline { duration } mappings(first: 3) { nodes { covers clause { number standard { reference } } } } } } }`;
    const input = profile(['I.1.a.1'], { size: 'LARGE', establishedIn: ['DK'] });
    const statements = await kobling.countStatements(async () => {
      const { data, errors } = await kobling.ask(query, { input });
      expect(errors).toBeUndefined();
      const { obligations } = data.classifyEntity as { obligations: Flowing[] };
      const backup = obligations.find(({ id }) => id === 'obligation/nis2/21.2.c');
      expect(backup?.mappings.nodes).toHaveLength(3);
      const warning = obligations.find(({ id }) => id === 'obligation/nis2/23.4.a');
      expect(warning?.deadline?.duration).toBe('PT24H');
    });
    expect(statements).toBe(0);
  });
});
