import type { Text } from '../shared/language.js';
import { Numbering, ProvisionKind } from './law.enums.js';

export interface CitationStyle {
  numbering: Numbering;
  /** Name of the act, where a citation has to say which it is. */
  citedAs?: Text;
}

type KindOf = (path: string) => ProvisionKind | undefined;

/** A place inside an act, and the word that joins it to the name of the act. */
interface Place {
  en: string;
  da: string;
  joint?: { en: string; da: string };
}

const TO_THE_ACT = { en: 'to', da: 'til' };

/** How lawyers cite a place in an act: `Article 21(2)(d)`, in Danish `artikel 21, stk. 2, litra d)`. */
export function citationOf(path: string, kindOf: KindOf, { numbering, citedAs }: CitationStyle): Text {
  const { en, da, joint = { en: 'of', da: 'i' } } = placeOf(path, kindOf, numbering);
  if (!citedAs) return { en, da };
  return {
    en: `${en} ${joint.en} ${citedAs.en}`,
    da: `${da}${da.includes(',') && joint !== TO_THE_ACT ? ',' : ''} ${joint.da} ${citedAs.da ?? citedAs.en}`,
  };
}

function placeOf(path: string, kindOf: KindOf, numbering: Numbering): Place {
  const [group, name = ''] = path.split('-');
  if (group === 'chapter') return { en: `Chapter ${name}`, da: `kapitel ${name}` };
  if (group === 'annex')
    return name
      ? { en: `Annex ${name}`, da: `bilag ${name}`, joint: TO_THE_ACT }
      : { en: 'Annex', da: 'bilaget', joint: TO_THE_ACT };
  if (group === 'article') return articleOf(name, path, kindOf);
  if (numbering === Numbering.ANNEX_POINTS) return annexPointOf(path);
  if (numbering === Numbering.SECTIONS) return sectionOf(path, kindOf);
  return articleOf(path, path, kindOf);
}

/**
 * A number behind the article is a paragraph, or a point where the article has no paragraphs
 * (`Article 6(8)`, `artikel 6, nr. 8)`); a letter there is a point.
 */
function articleOf(number: string, path: string, kindOf: KindOf): Place {
  const [article = '', ...places] = number.split('.');
  const base = path.slice(0, path.length - number.length) + article;
  const da = places.map((place, index) => {
    if (index === 0 && kindOf(`${base}.${place}`) === ProvisionKind.PARAGRAPH) return `stk. ${place}`;
    return /^[a-z]$/.test(place) && index < 2 ? `litra ${place})` : `nr. ${place})`;
  });
  return {
    en: `Article ${article}${inBrackets(places)}`,
    da: [`artikel ${article}`, ...da].join(', '),
  };
}

/** `point 5.1.4(a) of the Annex`, `punkt 5.1.4, litra a), i bilaget`. */
function annexPointOf(path: string): Place {
  const places = path.split('.');
  const isNumber = (place: string) => /^\d+$/.test(place);
  const number = places.filter(isNumber).join('.');
  const below = places.filter((place) => !isNumber(place));
  const da = below.map((place, index) => (index === 0 ? `litra ${place})` : `nr. ${place})`));
  return {
    en: `point ${number}${inBrackets(below)} of the Annex`,
    da: `${[`punkt ${number}`, ...da].join(', ')}${da.length > 0 ? ',' : ''} i bilaget`,
    joint: TO_THE_ACT,
  };
}

/**
 * `section 6(1)(4)`, `§ 6, stk. 1, nr. 4`; a letter below is a litra. Where a section has one paragraph only, nobody
 * numbers it (`§ 3, nr. 20`).
 */
function sectionOf(path: string, kindOf: KindOf): Place {
  const [number = '', first, ...points] = path.split('.');
  const isOnly = first === '1' && points.length > 0 && kindOf(`${number}.2`) === undefined;
  const paragraph = isOnly ? undefined : first;
  const section = number.replace(/(\d)([a-z])/, '$1 $2');
  const da = points.map((point) => (/^\d+$/.test(point) ? `nr. ${point}` : `litra ${point}`));
  return {
    en: `section ${section}${inBrackets([...(paragraph ? [paragraph] : []), ...points])}`,
    da: [`§ ${section}`, ...(paragraph ? [`stk. ${paragraph}`] : []), ...da].join(', '),
  };
}

const inBrackets = (places: readonly string[]) => places.map((place) => `(${place})`).join('');
