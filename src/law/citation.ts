import type { Text } from '../shared/language.js';
import { ProvisionKind } from './law.enums.js';

/**
 * How lawyers cite a place in a directive: `Article 21(2)(d)`, in Danish `artikel 21, stk. 2, litra d)`.
 * A number behind the article is a paragraph, or a point where the article has no paragraphs
 * (`Article 6(8)`, `artikel 6, nr. 8)`).
 */
export function citationOf(path: string, kindOf: (path: string) => ProvisionKind | undefined): Text {
  const [group, name] = path.split('-');
  if (group === 'chapter') return { en: `Chapter ${name}`, da: `kapitel ${name}` };
  if (group === 'annex') return { en: `Annex ${name}`, da: `bilag ${name}` };

  const [article = '', ...places] = path.split('.');
  const da = places.map((place, index) => {
    if (index === 0 && kindOf(`${article}.${place}`) === ProvisionKind.PARAGRAPH) return `stk. ${place}`;
    return index === 1 ? `litra ${place})` : `nr. ${place})`;
  });
  return {
    en: `Article ${article}${places.map((place) => `(${place})`).join('')}`,
    da: [`artikel ${article}`, ...da].join(', '),
  };
}
