import type { Lang } from '../address.js';

/** The language as the API names it. */
export const asApi = (lang: Lang) => (lang === 'da' ? 'DA' : 'EN');
