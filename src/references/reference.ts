/**
 * Reads what people write for a place in a law or a standard: `ISO/IEC 27001:2022 A.5.19`, `27002 5.19`,
 * `Art. 21(2)(d)`, `artikel 21, stk. 2, litra d`. Only the form is read here; whether such a place exists is
 * for the release to say.
 */
export interface Reference {
  /** What was written, tidied: one kind of space and dash, lower case. */
  text: string;
  /** Five-digit number of a standard's family, `27001`. */
  family: string | null;
  /** Year of an edition. */
  year: string | null;
  /** `true` if the words are those of a law (article, stk., litra, §). */
  legal: boolean;
  /** `true` if the number is marked as one of an annex of controls (`A.5.19`, `bilag A 5.19`). */
  annexed: boolean;
  /** `true` if the number is marked as one of an article (`Article 3(1)`). */
  article: boolean;
  /** `true` if the first number is that of a paragraph or letter whose article is not named (`stk. 2`). */
  headless: boolean;
  /** The places named, outermost first: `['5', '19']`, `['21', '2', 'd']`. */
  places: string[];
  /** Words behind the places: usually a title. */
  words: string;
}

const PUBLISHERS =
  /\b(?:iso\s*\/\s*iec|iso\/iec|iso|iec|ds\s*\/\s*en|ds|en|din)\b(?=[\s/-]*(?:iso|iec|en|tr|ts|\d{5}))/g;
const FAMILY = /(?<![\d.])(\d{5})(?![\d])(?:\s*[:/-]\s*((?:19|20)\d\d)(?![\d.]))?/;
const LEGAL_WORDS =
  /\b(?:articles?|artikel|art|stk|stykke|litra|paragraph|paragraf|para|section|§+)(?=\b|[\s.\d(])|§/;
const ARTICLE_WORDS = /\b(?:articles?|artikel|art)\b\.?/;
const HEADLESS = /^[^\d§]*\b(?:stk|stykke|litra|lit|paragraph|para|letter)\b\.?\s*\(?[\da-z]/;
const PLACE_WORDS =
  /\b(?:articles?|artikel|art|paragraphs?|paragraf|para|stk|stykke|litra|lit|letter|points?|punkt|pkt|numre?|nr|no|sections?|afsnit|clauses?|controls?|kontrol|klausul|annexe?|bilag(?:ets?)?|kapitel|chapter)\b\.?|§+/g;
const ANNEX_A = /\b(?:annexe?|bilag)\s*a\b|(?<![a-z0-9])a(?=\s*[.\s]?\s*\d)/;

/** A number with what hangs on it: `a.5.19`, `21(2)(d)`, `21.2 d`, `enr 5.38`. */
const placesWith = (separator: string) =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:(enr|tel)[\\s.-]*)?(\\d+[a-z]?(?:\\s*${separator}\\s*\\d+)*)` +
      `((?:\\s*${separator}?\\s*\\(?\\s*(?:[a-z]|[ivx]+|\\d+)\\s*\\)|(?<=\\))[a-z](?![\\p{L}\\d])|\\s*${separator}\\s*(?:[a-z]|[ivx]+|\\d+)(?![\\p{L}\\d])|\\s+(?:[a-z]|[ivx]{2,4}|\\d+)(?![\\p{L}\\d]))*)`,
    'u',
  );
// In a law a comma stands between the parts of one citation, elsewhere between two of them.
const LEGAL_PLACES = placesWith('[.,]');
const PLACES = placesWith('[.]');

export function readReference(written: string): Reference {
  const text = outermostFirst(tidy(written));
  const unpublished = text.replace(PUBLISHERS, ' ');
  const family = FAMILY.exec(unpublished);
  // `kontrol 8.13 i 27002`: the word that joins place and name goes with the name.
  const withoutFamily = family
    ? `${unpublished.slice(0, family.index).replace(/\b(?:of|in|i|af|fra)\s*$/, ' ')} ${unpublished.slice(family.index + family[0].length)}`
    : unpublished;
  const annexed = ANNEX_A.test(withoutFamily);
  const bare = withoutFamily.replace(ANNEX_A, ' ').replace(PLACE_WORDS, ' ').replace(/\s+/g, ' ');
  const legal = LEGAL_WORDS.test(withoutFamily);
  const found = (legal ? LEGAL_PLACES : PLACES).exec(bare);
  return {
    text,
    family: family?.[1] ?? null,
    year: family?.[2] ?? null,
    legal,
    annexed,
    article: ARTICLE_WORDS.test(withoutFamily),
    headless: HEADLESS.test(withoutFamily),
    places: found ? placesOf(found) : [],
    words: (found ? bare.slice(found.index + found[0].length) : bare).replace(/^[\s:,.–-]+|[\s:,.]+$/g, ''),
  };
}

const INNER_FIRST =
  /^(?:points?|letter|litra|lit|paragraph|stk|nr)\b\.?\s*\(?([a-z]|[ivx]+|\d+)\)?,?\s+(?:of|in|i|af)\s+(.+)$/;

/** `point (d) of Article 21(2)` says the same as `Article 21(2)(d)`. */
function outermostFirst(text: string): string {
  const [, inner, outer] = INNER_FIRST.exec(text) ?? [];
  return inner === undefined || outer === undefined ? text : `${outermostFirst(outer)} (${inner})`;
}

function placesOf([, prefix, number = '', tail = '']: RegExpExecArray): string[] {
  const places = [...number.split(/[.,]/), ...tail.split(/[\s.,()]+/)]
    .map((place) => place.trim())
    .filter(Boolean);
  return prefix ? [prefix, ...places] : places;
}

/** One kind of space, dash and quote, lower case, no brackets around the whole. */
export function tidy(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/["'“”„’‘`]/g, '')
    .replace(/(?<=\ba)_(?=\d)|(?<=\d)_(?=\d)/g, '.')
    .replace(/\ba-(\d)-(\d+)\b/g, 'a.$1.$2')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?=.*[)\]}]$)[([{]+(.*)[)\]}]+$/, '$1')
    .replace(/[;,.]+$/, '')
    .trim();
}
