import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { useKobling } from '../support/kobling.js';
import { idsOf, searchOf } from './search-client.js';

const kobling = useKobling();
const { search } = searchOf(kobling);

const idsFor = async (text: string, language?: 'EN' | 'DA', first = 100) =>
  idsOf(await search(text, { language, first }));

describe('what people look for', () => {
  test.each([
    ['A.8.13', 'clause/iso27001-2022/A.8.13'],
    ['a 8.13', 'clause/iso27001-2022/A.8.13'],
    ['ISO/IEC 27001:2022 A.5.19', 'clause/iso27001-2022/A.5.19'],
    ['27002 5.19', 'clause/iso27002-2022/5.19'],
    ['ENR 5.38', 'clause/iso27019-2024/ENR-5.38'],
    ['21(2)(c)', 'measure/nis2/21.2.c'],
    ['21.2.d', 'measure/nis2/21.2.d'],
    ['Article 21(2)(d)', 'measure/nis2/21.2.d'],
    ['Article 21', 'provision/nis2/21'],
    ['24', 'provision/nis2/24'],
    ['5.1.4', 'provision/cir/5.1.4'],
    ['2024/2690', 'instrument/cir'],
    ['2022/2555', 'instrument/nis2'],
    ['NIS2', 'instrument/nis2'],
    ['nis 2', 'instrument/nis2'],
    ['DORA', 'instrument/dora'],
    ['27001', 'standard/iso27001-2022'],
    ['ISO 22301', 'standard/iso22301-2019'],
    ['backup', 'clause/iso27001-2022/A.8.13'],
    ['access control', 'clause/iso27001-2022/A.5.15'],
    ['logging', 'clause/iso27001-2022/A.8.15'],
    ['supplier security', 'clause/iso27001-2022/A.5.19'],
    ['supply chain security', 'topic/nis2/21.2.d/supply-chain-security'],
    ['incident handling', 'measure/nis2/21.2.b'],
    ['early warning', 'obligation/nis2/23.4.a'],
    ['24 hours', 'obligation/nis2/23.4.a'],
    ['management body training', 'obligation/nis2/20.2'],
    ['multi-factor authentication', 'topic/nis2/21.2.j/multi-factor-authentication'],
    ['multifactor', 'topic/nis2/21.2.j/multi-factor-authentication'],
    ['MFA', 'topic/nis2/21.2.j/multi-factor-authentication'],
    ['risk assessment', 'clause/iso22301-2019/8.2.3'],
    ['BIA', 'clause/iso22301-2019/8.2.2'],
    ['crisis management', 'topic/nis2/21.2.c/crisis-management'],
    ['cyber hygiene', 'topic/nis2/21.2.g/cyber-hygiene'],
    ['fines', 'obligation/nis2/34.1'],
    ['energy', 'sector/nis2/I.1'],
    ['DNS', 'entity-type/nis2/I.8.2'],
    ['Germany', 'transposition/nis2/de'],
  ])('%s is led by %s', async (text, id) => {
    expect((await idsFor(text, 'EN')).slice(0, 3)).toContain(id);
    expect((await idsFor(text)).slice(0, 3)).toContain(id);
  });

  test.each([
    ['backup', 'topic/nis2/21.2.c/backup-management'],
    ['sikkerhedskopiering', 'topic/nis2/21.2.c/backup-management'],
    ['artikel 21, stk. 2, litra d', 'measure/nis2/21.2.d'],
    ['leverandør', 'clause/iso27001-2022/A.5.19'],
    ['leverandoer', 'clause/iso27001-2022/A.5.19'],
    ['forsyningskæde', 'topic/nis2/21.2.d/supply-chain-security'],
    ['håndtering af hændelser', 'measure/nis2/21.2.b'],
    ['haandtering haendelser', 'measure/nis2/21.2.b'],
    ['hændelseshåndtering', 'measure/nis2/21.2.b'],
    ['sårbarheder', 'topic/nis2/21.2.e/vulnerability-handling'],
    ['adgangskontrol', 'provision/cir/11'],
    ['kryptering', 'topic/nis2/21.2.h/encryption'],
    ['krisestyring', 'topic/nis2/21.2.c/crisis-management'],
    ['ledelsesorgan kurser', 'obligation/nis2/20.2'],
    ['bestyrelse', 'obligation/nis2/20.2'],
    ['72 timer', 'obligation/nis2/23.4.b'],
    ['væsentlige enheder', 'provision/nis2/3'],
    ['bøder', 'obligation/nis2/34.1'],
    ['MFA', 'topic/nis2/21.2.j/multi-factor-authentication'],
    ['Østrig', 'transposition/nis2/at'],
    ['Energistyrelsen', 'authority/dk/energistyrelsen'],
  ])('på dansk føres %s an af %s', async (text, id) => {
    expect((await idsFor(text, 'DA')).slice(0, 3)).toContain(id);
    expect((await idsFor(text)).slice(0, 3)).toContain(id);
  });
});

describe('the order', () => {
  test('puts what is called so ahead of what only speaks of it', async () => {
    const ids = await idsFor('backup');
    const firstMapping = ids.findIndex((id) => id.startsWith('mapping/'));
    const named = ['clause/iso27001-2022/A.8.13', 'topic/nis2/21.2.c/backup-management'];
    expect(firstMapping).toBeGreaterThan(0);
    for (const id of named) expect(ids.indexOf(id)).toBeLessThan(firstMapping);
    expect(ids.slice(firstMapping).every((id) => /^(?:mapping|assessment)\//.test(id))).toBe(true);
  });

  test('puts an edition in force ahead of the one it superseded, of which the title may be nearer', async () => {
    const ids = await idsFor('backup', 'EN');
    expect(ids.indexOf('clause/iso27002-2013/12.3.1')).toBeGreaterThan(
      ids.indexOf('clause/iso27002-2022/8.13'),
    );
    expect((await idsFor('12.6.1'))[0]).toBe('clause/iso27002-2013/12.6.1');
    expect((await idsFor('NIS1'))[0]).toBe('instrument/nis1');
  });

  test('is the same every time', async () => {
    expect(await idsFor('security')).toEqual(await idsFor('security'));
  });

  test('begins with what bears the very title that was looked for, if that is in force', async () => {
    const { law, standards } = kobling.release;
    const titles = [
      ...law.topics.all.map(({ nameText }) => nameText),
      ...standards.clauses.all.filter(({ standard }) => standard.current).map(({ titleText }) => titleText),
    ]
      .flatMap(({ en, da }) => (da ? [en, da] : [en]))
      .filter((title) => title.length <= 200);
    expect(titles.length).toBeGreaterThan(500);
    const alike = (title: string) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...titles), async (title) => {
        const [first = ''] = await idsFor(title, undefined, 1);
        const node = kobling.release.node(first) as unknown as Record<string, { en: string; da?: string }>;
        const text = node.titleText ?? node.nameText;
        expect([text?.en, text?.da].map((one) => alike(one ?? ''))).toContain(alike(title));
      }),
      { numRuns: 150 },
    );
  });
});
