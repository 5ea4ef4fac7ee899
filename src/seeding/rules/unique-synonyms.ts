import { groupBy } from '../../shared/catalogue.js';
import { exactly } from '../../search/search-document.js';
import type { Rule } from '../rule.js';

/** Within a language an expression in two groups would make one of both, and one spelled like another says nothing. */
export const uniqueSynonyms: Rule = (seeds) =>
  seeds.of('synonyms').flatMap(({ path, content }) =>
    (['en', 'da'] as const).flatMap((language) => {
      const expressions = content.synonyms.flatMap((group) => group[language] ?? []);
      return [...groupBy(expressions, exactly).values()]
        .filter(({ length }) => length > 1)
        .map(([first = '', ...others]) => ({
          file: path,
          record: `${language}:${first}`,
          message: `is searched like ${others.join(', ')}. Leave one out.`,
        }));
    }),
  );
