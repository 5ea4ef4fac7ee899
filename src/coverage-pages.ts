import { coveragePageOf } from './coverage/coverage-page.js';
import type { Obligation } from './law/obligation.entity.js';
import type { Release } from './release.js';
import { Language } from './shared/language.js';

/**
 * The pages of docs/coverage by file name: every obligation on the regulated of the act that has the measures,
 * each in both languages, and an index. A test holds the files against them.
 */
export function coveragePages({ law, standards, mappings, dataset }: Release): Map<string, string> {
  const current = standards.standards.all.filter((standard) => standard.current);
  const acts = new Set(law.measures.all.map(({ provision }) => provision.instrument));
  const obligations = law.obligations.all.filter(
    (obligation) => obligation.entityFacing && acts.has(obligation.provision.instrument),
  );
  const pages = new Map<string, string>();
  for (const language of [Language.EN, Language.DA]) {
    for (const obligation of obligations)
      pages.set(
        `${language.toLowerCase()}/${fileOf(obligation)}`,
        coveragePageOf(obligation, language, { mappings, standards: current }),
      );
    const links = obligations.map(
      (obligation) =>
        `- [${obligation.citation({ language })}: ${obligation.title({ language })}](${fileOf(obligation)})`,
    );
    pages.set(
      `${language.toLowerCase()}/README.md`,
      [
        `# ${language === Language.EN ? 'What the standards cover, duty by duty' : 'Hvad standarderne dækker, pligt for pligt'}`,
        '',
        dataset.disclaimer({ language }),
        '',
        ...links,
        '',
      ].join('\n'),
    );
  }
  return pages;
}

/** `21.2.a.md`; the second duty of a provision is `3.4-2.md`. */
const fileOf = ({ id }: Obligation) => `${id.split('/').slice(2).join('-')}.md`;
