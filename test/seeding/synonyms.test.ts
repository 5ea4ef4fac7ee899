import { describe, expect, test } from '@jest/globals';
import { PATHS } from '../../src/paths.js';
import { readSeeds } from '../../src/seeding/read-seeds.js';
import type { SynonymsSeed } from '../../src/seeding/seed-shapes.js';
import { useKobling } from '../support/kobling.js';
import { problemsAfter } from '../support/seeds.js';

const FILE = 'search/synonyms.json';
const kobling = useKobling();

describe('synonyms', () => {
  test('may not stand in two groups of one language, nor twice as it is searched', async () => {
    const problems = await problemsAfter<SynonymsSeed>(FILE, ({ synonyms }) => {
      synonyms.push({ en: ['mfa', 'multifactor'] }, { da: ['årlig', 'aarlig'] });
    });
    expect(problems).toEqual([
      `seed/${FILE}#en:MFA: is searched like mfa. Leave one out.`,
      `seed/${FILE}#da:årlig: is searched like aarlig. Leave one out.`,
    ]);
  });

  test('are at least two', async () => {
    const problems = await problemsAfter<SynonymsSeed>(FILE, ({ synonyms }) => {
      synonyms.push({ en: ['alone'] });
    });
    expect(problems.join()).toMatch(/fewer than 2 items/);
  });

  test('all lead somewhere: the texts of their language use one of each group', async () => {
    const { synonyms } = (await readSeeds(PATHS.seed)).of('synonyms')[0]?.content ?? { synonyms: [] };
    expect(synonyms.length).toBeGreaterThan(20);
    for (const [language, expressions] of synonyms.flatMap(({ en, da }) => [
      ['EN', en ?? []] as const,
      ['DA', da ?? []] as const,
    ])) {
      for (const text of expressions) {
        const { data } = await kobling.ask(
          'query ($text: String!, $language: Language) { search(text: $text, language: $language) { totalCount } }',
          { text, language },
        );
        expect([text, language, data.search.totalCount > 0]).toEqual([text, language, true]);
      }
    }
  });
});
