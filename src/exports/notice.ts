import type { Dataset } from '../dataset/dataset.entity.js';
import { Language } from '../shared/language.js';

/** What every export says of itself: which release it is, under which terms, and what it is not. */
export interface Notice {
  release: string;
  releasedOn: string;
  licence: string;
  licenceUrl: string;
  attribution: string;
  disclaimer: string;
}

export function noticeOf(dataset: Dataset, language: Language | null): Notice {
  const { version, releasedOn, licence } = dataset;
  return {
    release: version,
    releasedOn,
    licence,
    licenceUrl: `https://spdx.org/licenses/${licence}.html`,
    attribution: language === Language.DA ? `Kobling, udgivelse ${version}` : `Kobling, release ${version}`,
    disclaimer: dataset.disclaimer({ language: language ?? Language.EN }),
  };
}

/** The moment a release counts as made. The day is all that is known, so that no clock gets into an export. */
export const momentOf = ({ releasedOn }: Dataset) => `${releasedOn}T00:00:00Z`;
