import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../address.js';
import { da } from './da.js';
import { en, type Words } from './en.js';

export const WORDS: Readonly<Record<Lang, Words>> = { en, da };

export const LangContext = createContext<Lang>('en');

export function useWords(): Words {
  return WORDS[useContext(LangContext)];
}

/** The law words the measures in lower case, because they stand in a list there. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
