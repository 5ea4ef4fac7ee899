import { describe, expect, test } from '@jest/globals';
import { ClauseKind, ClauseLink, Completeness } from '../../src/standards/standards.enums.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();
const clausesOf = (id: string) => {
  const { standards } = kobling.release;
  return standards.clausesOf(standards.standards.linked(id));
};
const controlsOf = (id: string) => clausesOf(id).filter(({ kind }) => kind === ClauseKind.CONTROL);

describe('the standards', () => {
  test('are six in their current editions, each naming the one it took the place of', async () => {
    const { data } = await kobling.ask(
      '{ standards { id reference supersedes { id } supersededBy { reference } } }',
    );
    const standards = data.standards as {
      reference: string;
      supersededBy: unknown[];
      supersedes: unknown[];
    }[];
    const current = standards.filter(({ supersededBy }) => supersededBy.length === 0);
    expect(current.map(({ reference }) => reference).sort()).toEqual([
      'ISO 22301:2019',
      'ISO/IEC 27001:2022',
      'ISO/IEC 27002:2022',
      'ISO/IEC 27005:2022',
      'ISO/IEC 27011:2024',
      'ISO/IEC 27019:2024',
    ]);
    for (const { supersedes } of current) expect(supersedes).toHaveLength(1);
  });

  test('list 93 controls in Annex A, 93 in the guidance and 114 in its 2013 edition', () => {
    expect(controlsOf('standard/iso27001-2022')).toHaveLength(93);
    expect(controlsOf('standard/iso27002-2022')).toHaveLength(93);
    expect(controlsOf('standard/iso27002-2013')).toHaveLength(114);
  });

  test('that go on from the guidance keep its numbers and add their own', async () => {
    expect(controlsOf('standard/iso27019-2024')).toHaveLength(93 + 12);
    expect(controlsOf('standard/iso27011-2024')).toHaveLength(93 + 1);
    const { data } = await kobling.ask(
      '{ clause(id: "clause/iso27019-2024/ENR-5.38") { number title citation parent { number } titleVerification } }',
    );
    expect(data.clause).toEqual({
      number: 'ENR 5.38',
      title: 'Identification of risks related to external business partners',
      citation: 'ISO/IEC 27019:2024, ENR 5.38',
      parent: { number: '5' },
      titleVerification: 'TWO_SOURCES',
    });
  });

  test('say where they are known in part only, and what is missing', async () => {
    const { data } = await kobling.ask(
      '{ standard(id: "standard/iso27011-2024") { completeness en: completenessNote da: completenessNote(language: DA) } }',
    );
    expect(data.standard.completeness).toBe('PARTIAL');
    expect(data.standard.en).toContain('13');
    expect(data.standard.da).toContain('13');
    for (const { completeness, completenessText } of kobling.release.standards.standards.all) {
      if (completeness === Completeness.PARTIAL) expect(completenessText?.en).toBeTruthy();
    }
  });

  test('written for a sector name it, and are found from it', async () => {
    const { data } = await kobling.ask(`{
      energy: standard(id: "standard/iso27019-2024") { sectors { id } }
      everybody: standard(id: "standard/iso27001-2022") { sectors { id } certifiable role }
      sector(id: "sector/nis2/I.1") { standards { id } }
    }`);
    expect(data.energy.sectors).toEqual([{ id: 'sector/nis2/I.1' }]);
    expect(data.everybody).toEqual({ sectors: [], certifiable: true, role: 'REQUIREMENTS' });
    expect(data.sector.standards).toContainEqual({ id: 'standard/iso27019-2024' });
  });
});

describe('a clause', () => {
  test('carries all five attribute sets if it is a control of the guidance, and none elsewhere', () => {
    for (const { id, attributes } of controlsOf('standard/iso27002-2022')) {
      expect({
        id,
        sets: Object.values(attributes ?? {}).filter((set: string[]) => set.length > 0).length,
      }).toEqual({ id, sets: 5 });
    }
    expect(controlsOf('standard/iso27001-2022').every(({ attributes }) => attributes === null)).toBe(true);
  });

  test('says where its Danish title comes from, and falls back to English where there is none', async () => {
    const { data } = await kobling.ask(`{
      unofficial: clause(id: "clause/iso27001-2022/A.5.19") { title(language: DA) titleStatus(language: DA) en: titleStatus }
      untranslated: clause(id: "clause/iso22301-2019/8.4.4") { en: title title(language: DA) titleStatus(language: DA) }
      official: standard(id: "standard/iso27001-2022") { title(language: DA) titleStatus(language: DA) }
    }`);
    expect(data.unofficial).toMatchObject({ titleStatus: 'UNOFFICIAL', en: 'OFFICIAL' });
    expect(data.untranslated.title).toBe(data.untranslated.en);
    expect(data.untranslated.titleStatus).toBe('UNTRANSLATED');
    expect(data.official).toEqual({
      title: 'Ledelsessystemer for informationssikkerhed – Krav',
      titleStatus: 'OFFICIAL',
    });
  });

  test('is linked both ways: detail to requirement, guidance to requirement, old to new', async () => {
    const { data } = await kobling.ask(`{
      annexA: clause(id: "clause/iso27001-2022/A.5.19") { related { link clause { id } } }
      risk: clause(id: "clause/iso27001-2022/6.1.2") { related { link basis locator clause { id } } }
      old: clause(id: "clause/iso27002-2013/18.2.3") { related { link clause { id } } }
    }`);
    expect(data.annexA.related).toContainEqual({
      link: 'DETAILS',
      clause: { id: 'clause/iso27002-2022/5.19' },
    });
    expect(data.risk.related).toContainEqual({
      link: 'SUPPORTS',
      basis: 'DERIVED',
      locator: '6.1.2 d)',
      clause: { id: 'clause/iso27005-2022/7.3' },
    });
    // The one control of 2013 that was split in two.
    expect(data.old.related).toHaveLength(2);
  });

  test('of the 2013 edition always says what became of it', () => {
    const { standards } = kobling.release;
    for (const clause of controlsOf('standard/iso27002-2013')) {
      expect(standards.relatedTo(clause).map(({ link }) => link)).toContain(ClauseLink.CORRESPONDS);
    }
  });

  test('points only at clauses of its own edition as parent', () => {
    for (const { standard, parent } of kobling.release.standards.clauses.all) {
      if (parent) expect(parent.standard).toBe(standard);
    }
  });
});

describe('clauses', () => {
  test('are narrowed by kind and attribute', async () => {
    const { data } = await kobling.ask(
      '{ clauses(filter: { standards: ["standard/iso27002-2022"], controlTypes: ["Corrective"] }, first: 100) { totalCount } standard(id: "standard/iso22301-2019") { clauses(filter: { kinds: [REQUIREMENT] }) { totalCount } } }',
    );
    expect(data.clauses.totalCount).toBe(14);
    expect(data.standard.clauses.totalCount).toBe(46);
  });

  test.each([
    ['controlTypes: ["Corective"]', 'filter.controlTypes: no control has "Corective". It can be Corrective'],
    ['securityDomains: ["x"]', 'It can be Defence, Governance_and_Ecosystem, Protection, Resilience.'],
    ['standards: ["standard/iso27002"]', 'Did you mean standard/iso27002-2005'],
    ['kinds: []', 'filter.kinds is an empty list.'],
  ])('refuse { %s } with the values there are', async (filter, message) => {
    const { errors } = await kobling.ask(`{ clauses(filter: { ${filter} }) { totalCount } }`);
    expect(errors?.[0]?.message).toContain(message);
  });

  test('refuse a wrong enum value with the right one', async () => {
    const { status, errors } = await kobling.ask('{ clauses(filter: { kinds: [CONTROLS] }) { totalCount } }');
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain('Did you mean the enum value "CONTROL"?');
  });
});
