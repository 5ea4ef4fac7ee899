import type { Instrument } from '../law/instrument.entity.js';
import { ProvisionKind } from '../law/law.enums.js';
import { Provision } from '../law/provision.entity.js';
import { nearest } from '../shared/nearest.js';
import type { Node } from '../shared/node.js';
import { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { ClauseLink } from '../standards/standards.enums.js';
import { readReference, tidy, type Reference } from './reference.js';
import type { ReferenceIndex } from './reference-index.js';

const MOST_SUGGESTIONS = 5;

/** What a reference means: one thing if it can mean nothing else, otherwise what it may mean, likeliest first. */
export interface Resolved {
  node: Node | null;
  suggestions: Node[];
}

/** Candidates for a reference. `sure` ones are what was written; `near` ones only look like it. */
interface Candidates {
  sure: Node[];
  near: Node[];
}

/** What people write as `bilag 1` is numbered I in most acts. */
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

const NOTHING: Candidates = { sure: [], near: [] };

export function resolveReference(written: string, index: ReferenceIndex): Resolved {
  const exact = index.release.node(written.trim());
  if (exact) return { node: exact, suggestions: [] };
  const text = tidy(written);
  const loose = index.byLooseId.get(text) ?? [];
  if (loose.length > 0) return settle({ sure: [...loose], near: [] });

  const named = findAct(text, index);
  const reference = readReference(named?.rest ?? text);
  const found =
    named ||
    (reference.family === null && reference.legal) ||
    (/^(?:annex|bilag|chapter|kapitel)\b/.test(reference.text) && !reference.annexed)
      ? findProvisions(reference, named?.act, index)
      : findClauses(reference, index);
  // Comparing with every title is the dearest part, so it comes last.
  if (found.sure.length === 0 && found.near.length === 0) return settle(titlesLike(text, index));
  return settle(heldAgainstWords(found, reference, index));
}

/** One sure candidate is the answer; several, or none, are suggestions. */
function settle({ sure, near }: Candidates): Resolved {
  const [only, ...others] = new Set(sure);
  if (only && others.length === 0) {
    return { node: only, suggestions: without(near, only).slice(0, MOST_SUGGESTIONS) };
  }
  return { node: null, suggestions: [...new Set([...sure, ...near])].slice(0, MOST_SUGGESTIONS) };
}

const without = (nodes: readonly Node[], node: Node) => [...new Set(nodes)].filter((one) => one !== node);

/** The act a text names, by the longest of its names that it holds, and the text without that name. */
function findAct(text: string, index: ReferenceIndex): { act: Instrument; rest: string } | null {
  const name = longestActNameIn(text, index);
  const act = name === undefined ? undefined : index.acts.get(name.text);
  if (!name || !act) return null;
  // `point 5 of the Annex to NIS2`: the word that joins place and name goes with the name.
  const before = text
    .slice(0, name.at)
    .replace(/\((?:eu|ef|eec|ec)\)/g, ' ')
    .replace(/(?<!(?:annexe?|bilag|chapter|kapitel)\s+)\b(?:of|to|i|til)\s*$/, ' ');
  return { act, rest: tidy(`${before} ${text.slice(name.at + name.text.length)}`) };
}

/** Looks up every run of whole words rather than trying every name, so that more acts cost no more. */
function longestActNameIn(text: string, { acts, longestActName }: ReferenceIndex) {
  let longest: { at: number; text: string } | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (isInWord(text[at - 1])) continue;
    // A name longer than what was found, and no longer than any name is.
    const shortest = at + (longest?.text.length ?? 0);
    for (let end = Math.min(text.length, at + longestActName); end > shortest; end -= 1) {
      if (isInWord(text[end])) continue;
      const name = text.slice(at, end);
      if (!acts.has(name)) continue;
      longest = { at, text: name };
      break;
    }
  }
  return longest;
}

const isInWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\d]/u.test(sign);

function findProvisions(
  reference: Reference,
  named: Instrument | undefined,
  { mainAct, release }: ReferenceIndex,
): Candidates {
  const act = named ?? mainAct;
  if (!act || reference.headless) return NOTHING;
  const at = (path: string) =>
    release.law.provisions.get(act.id.replace(/^instrument/, 'provision') + `/${path}`);
  const division = /\b(annex|bilag|chapter|kapitel)\s+([ivx]+|\d+)\b/.exec(reference.text);
  const isDivision = division && (reference.places.length === 0 || reference.places.join() === division[2]);
  if (isDivision) {
    const group = division[1] === 'annex' || division[1] === 'bilag' ? 'annex' : 'chapter';
    const number = (division[2] ?? '').toUpperCase();
    const found = at(`${group}-${number}`) ?? at(`${group}-${ROMAN[Number(number)] ?? number}`);
    return { sure: found ? [found] : [], near: found ? [] : [act] };
  }
  if (reference.places.length === 0) return named && !reference.words ? { sure: [named], near: [] } : NOTHING;
  const paths = reference.article
    ? [`article-${reference.places.join('.')}`, reference.places.join('.')]
    : [reference.places.join('.')];
  const sure = paths
    .map(at)
    .filter((provision) => provision !== undefined)
    .slice(0, 1);
  // A § is a place in a national act: of which one, a § alone does not say.
  if (reference.text.includes('§') && !sure.some(isSection)) {
    const path = reference.places.join('.');
    // The act itself is fuller than the orders under it, and likelier.
    const sections = release.law.instruments.all
      .toSorted((a, b) => release.law.provisionsOf(b).length - release.law.provisionsOf(a).length)
      .flatMap(
        ({ id }) => release.law.provisions.get(`${id.replace(/^instrument/, 'provision')}/${path}`) ?? [],
      )
      .filter(isSection);
    return { sure: [], near: [...sections, ...sure] };
  }
  const near = sure.flatMap((provision) => whatStandsAt(provision, release));
  if (sure.length > 0) return { sure, near };
  // The nearest place it could stand in says more than one that is spelled alike.
  for (let length = reference.places.length - 1; length > 0; length -= 1) {
    const above = paths.map((path) => at(path.split('.').slice(0, length).join('.'))).find(Boolean);
    if (above) return { sure: [], near: [above, ...release.law.childrenOf(above)] };
  }
  return { sure: [], near: [act] };
}

const isSection = (provision: Provision) => provision.citationText.da?.includes('§') === true;

/** The measure and the duties at a place: what else a citation of it may be after. */
function whatStandsAt(provision: Provision, { law }: ReferenceIndex['release']): Node[] {
  return [
    ...law.measures.all.filter((measure) => measure.provision === provision),
    ...law.obligationsAt(provision),
  ];
}

function findClauses(reference: Reference, index: ReferenceIndex): Candidates {
  if (reference.family !== null) return findInFamily(reference, reference.family, index);
  if (reference.places.length === 0) return NOTHING;
  // A paragraph in brackets, `20(1)`: no standard numbers its clauses so.
  if (/\d\s*\(\d/.test(reference.text)) return findProvisions(reference, undefined, index);
  const standards = index.release.standards.standards.all;
  const current = standards.filter((standard) => standard.current);
  // Only a standard with an annex of controls has an A.5.19; without its name no other is meant.
  const annexes = current.filter((standard) => hasAnnex(standard, index));
  const sure: Node[] = (reference.annexed ? annexes : current).flatMap((standard) =>
    clausesIn(standard, reference, index),
  );
  if (!reference.annexed) {
    for (const act of index.release.law.instruments.all) {
      const path = `${act.id.replace(/^instrument/, 'provision')}/${reference.places.join('.')}`;
      const provision = index.release.law.provisions.get(path);
      // A bare number such as 5.2 is no citation of an article; one with a letter, or three parts, is.
      const isCitation =
        provision && (/[a-z]/.test(reference.places.join('')) || provision.kind === ProvisionKind.POINT);
      if (isCitation && (act === index.mainAct || provision.article === null)) sure.push(provision);
    }
  }
  if (sure.length > 0) return { sure, near: [] };
  const earlier = standards.filter((standard) => !standard.current);
  const old = earlier.flatMap((standard) => clausesIn(standard, reference, index));
  const successors = old.flatMap((clause) => successorsOf(clause, reference, index));
  const alike = (reference.annexed ? annexes : current).flatMap((standard) =>
    numbersLike(standard, reference, index),
  );
  const near = [...successors, ...old, ...alike];
  // `21(2)(k)` has the form of a citation, so the nearest place in the law is what it missed.
  const missed = near.length === 0 && /\d\s*\(/.test(reference.text);
  return missed ? findProvisions(reference, undefined, index) : { sure: [], near };
}

function findInFamily(reference: Reference, family: string, index: ReferenceIndex): Candidates {
  const editions = index.editionsOf(family);
  if (editions.length === 0) return { sure: [], near: standardsLike(family, index) };
  const asked = reference.year === null ? editions[0] : index.edition(family, reference.year);
  if (!asked) return { sure: [], near: editions.slice(0, MOST_SUGGESTIONS) };
  if (reference.places.length === 0) return { sure: reference.words ? [] : [asked], near: [asked] };
  const sure = clausesIn(asked, reference, index);
  if (sure.length > 0)
    return {
      sure,
      near: sure.flatMap((clause) => (asked.current ? [] : successorsOf(clause, reference, index))),
    };
  const old = index.release.standards.standards.all
    .filter((standard) => !standard.current)
    .flatMap((standard) => clausesIn(standard, reference, index));
  const successors = old.flatMap((clause) => successorsOf(clause, reference, index));
  return {
    sure: [],
    near: [
      ...successors.filter(({ standard }) => standard === asked),
      ...successors,
      ...numbersLike(asked, reference, index),
    ],
  };
}

/** The clause of an edition that a number means: `5.19` is A.5.19 where the edition has no 5.19. */
function clausesIn(standard: Standard, { places, annexed }: Reference, index: ReferenceIndex): Clause[] {
  const clauses = index.clausesOf(standard);
  const number = places.join('.');
  const inAnnex = clauses.get(`a.${number}`);
  const found = annexed && hasAnnex(standard, index) ? inAnnex : (clauses.get(number) ?? inAnnex);
  return found ? [found] : [];
}

function hasAnnex(standard: Standard, index: ReferenceIndex): boolean {
  return [...index.clausesOf(standard).keys()].some((key) => key.startsWith('a.'));
}

/** What became of a clause of an earlier edition, the requirement ahead of the guidance if it was cited as one. */
function successorsOf(clause: Clause, { annexed }: Reference, { release }: ReferenceIndex): Clause[] {
  const { standards } = release;
  const successors = standards
    .relatedTo(clause)
    .filter((related) => related.link === ClauseLink.CORRESPONDS && related.clause.standard.current)
    .map((related) => related.clause);
  const detailed = successors.flatMap((successor) =>
    standards
      .relatedTo(successor)
      .filter((related) => related.link === ClauseLink.DETAILS && related.clause.standard.current)
      .map((related) => related.clause),
  );
  return annexed ? [...detailed, ...successors] : [...successors, ...detailed];
}

function numbersLike(standard: Standard, { places, annexed }: Reference, index: ReferenceIndex): Clause[] {
  const clauses = index.clausesOf(standard);
  const wanted = `${annexed ? 'a.' : ''}${places.join('.')}`;
  return nearest(wanted, clauses.keys()).flatMap((key) => clauses.get(key) ?? []);
}

function standardsLike(family: string, { release }: ReferenceIndex): Standard[] {
  const current = release.standards.standards.all.filter((standard) => standard.current);
  const families = new Map(
    current.map((standard) => [/\d{5}/.exec(standard.reference)?.[0] ?? '', standard]),
  );
  return nearest(family, families.keys()).flatMap((key) => families.get(key) ?? []);
}

/** A title behind a number must be that of what the number names: otherwise one of the two is wrong. */
function heldAgainstWords(found: Candidates, { words }: Reference, index: ReferenceIndex): Candidates {
  if (/\d/.test(words)) {
    // Another number behind the first: two references in one, of which neither may be dropped.
    const second = resolveReference(words, index);
    return { sure: [], near: [...found.sure, ...(second.node ? [second.node] : []), ...second.suggestions] };
  }
  const [, letter] = ANOTHER.exec(words) ?? [];
  if (letter !== undefined) {
    const siblings = found.sure.flatMap((node) => siblingAt(node, letter, index) ?? []);
    return { sure: [], near: [...found.sure, ...siblings, ...found.near] };
  }
  if (words.length < 4) return found;
  const wanted = wordsOf(words);
  if (wanted.length === 0) return found;
  const agreeing = found.sure.filter((node) => {
    const known = new Set(titlesAround(node, index).flatMap(wordsOf));
    return wanted.filter((word) => known.has(word)).length * 2 >= wanted.length;
  });
  if (agreeing.length > 0) return { sure: agreeing, near: found.near };
  return { sure: [], near: [...found.sure, ...titlesLike(words, index).sure, ...found.near] };
}

/** `21(2)(c) and (d)`: a second letter behind the first. */
const ANOTHER = /^(?:and|og|or|eller|to|til|[-&+/])\s*\(?([a-z]|[ivx]+)\)?$/;

function siblingAt(node: Node, letter: string, { release: { law } }: ReferenceIndex): Provision | undefined {
  if (!(node instanceof Provision) || !node.parent) return undefined;
  return law.childrenOf(node.parent).find(({ id }) => id.endsWith(`.${letter}`));
}

/** Words that tell something; short ones stand in every title. */
const wordsOf = (text: string) => tidy(text).match(/[\p{L}\d]{4,}/gu) ?? [];

function titlesAround(node: Node, { release: { law } }: ReferenceIndex): string[] {
  const texts = ({ en, da }: { en: string; da?: string }) => (da ? [en, da] : [en]);
  if (node instanceof Clause) return texts(node.titleText);
  if (!(node instanceof Provision)) return [];
  return [
    ...(node.titleText ? texts(node.titleText) : []),
    ...law.obligationsAt(node).flatMap(({ titleText }) => texts(titleText)),
    ...(node.summaryText ? texts(node.summaryText) : []),
    ...(node.parent?.titleText ? texts(node.parent.titleText) : []),
  ];
}

function titlesLike(text: string, { byTitle, nearestTitles }: ReferenceIndex): Candidates {
  const exact = byTitle.get(tidy(text));
  if (exact) return { sure: [...exact], near: [] };
  return { sure: [], near: nearestTitles(tidy(text)).flatMap((title) => byTitle.get(title) ?? []) };
}
