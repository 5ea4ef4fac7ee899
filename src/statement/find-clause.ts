import { controlsOf } from '../coverage/same-control.js';
import { tidy } from '../references/reference.js';
import { resolve, type NeedsReferences } from '../references/resolution.resolver.js';
import { Clause } from '../standards/clause.entity.js';
import { ClauseKind, ClauseLink } from '../standards/standards.enums.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import type { TableCell } from './read-table.js';

export type ClauseRelease = NeedsStandards['release'] & NeedsReferences['release'];

/** What a row says of which clause it is about. */
export interface ClauseCells {
  reference: TableCell;
  title: string;
  /** Name of the standard, from the row or from the caller. */
  standard: string;
}

/** Why a row names no clause; the caller has the words. */
export type Miss = 'NOTHING' | 'AMBIGUOUS' | 'HEADING' | 'TITLE_DIFFERS' | 'GONE';

export type Found =
  { clauses: Clause[]; formerly: Clause | null } | { miss: Miss; suggestions: { id: string }[] };

const LONGEST_REFERENCE = 200;

/** The clauses of current editions that a row means: one, or several where a new edition has split a control. */
export function findClause({ reference, title, standard }: ClauseCells, release: ClauseRelease): Found {
  const written = `${standard} ${reference}`.trim().slice(0, LONGEST_REFERENCE);
  const { node, suggestions } = resolve(written, release.references);
  const candidates = node ? [node] : suggestions;
  const clauses = candidates.filter((candidate) => candidate instanceof Clause);
  if (clauses.length === 0) return { miss: 'NOTHING', suggestions: candidates };
  const titled = titledLike(title, release);

  // A cell of numbers has lost its last zero: 5.1 may be 5.10, and only the title can tell.
  if (typeof reference === 'number') {
    const lost = resolve(`${standard} ${reference}0`.trim(), release.references);
    const longer = [lost.node, ...lost.suggestions]
      .filter((other) => other instanceof Clause)
      .filter(({ number }) => number.endsWith(`${reference}0`));
    if (longer.length > 0) return byTitle([...clauses, ...longer], titled, release);
  }
  if (!node) return fromSuggestions(clauses, titled, written, release);
  const clause = clauses[0];
  if (!clause) return { miss: 'NOTHING', suggestions };
  if (!clause.standard.current) return successorsOf(clause, release);
  if (clause.kind === ClauseKind.HEADING) {
    return { miss: 'HEADING', suggestions: release.standards.childrenOf(clause).slice(0, 5) };
  }
  if (isAbout(clause, titled, release)) return { clauses: [clause], formerly: null };
  return { miss: 'TITLE_DIFFERS', suggestions: [clause, ...titled].slice(0, 5) };
}

/** Clauses with exactly this title, in either language; none for a title that somebody worded. */
function titledLike(title: string, { references }: ClauseRelease): Clause[] {
  const found = title === '' ? [] : (references.byTitle.get(tidy(title)) ?? []);
  return found.filter((node) => node instanceof Clause);
}

/** A title that no clause has says nothing; one that other clauses have says that the number is wrong. */
function isAbout(clause: Clause, titled: readonly Clause[], { standards }: ClauseRelease): boolean {
  const controls = controlsOf(standards);
  return titled.length === 0 || titled.some((other) => controls.head(other) === controls.head(clause));
}

function fromSuggestions(
  clauses: readonly Clause[],
  titled: readonly Clause[],
  written: string,
  release: ClauseRelease,
): Found {
  // Suggestions hold what is only near as well: 4.2 for a written 42.
  const named = clauses.filter((clause) => isWritten(clause, written));
  if (named.length === 0) return { miss: 'NOTHING', suggestions: [...clauses] };
  const current = named.filter(({ standard }) => standard.current);
  const former = named.find(({ standard }) => !standard.current);
  // A number that only an earlier edition has, such as one of three parts under Annex A.
  if (former) return successorsOf(former, release);
  return byTitle(current, titled, release);
}

/** Whether the number of a clause stands in what was written, with or without the letter of its annex. */
function isWritten({ number }: Clause, written: string): boolean {
  const digits = /[\d.]+$/.exec(number)?.[0] ?? number;
  const places: string[] = tidy(written).match(/\d+(?:\.\d+)*/g) ?? [];
  return places.includes(digits);
}

/** The one control that is meant: the only one there is, or the only one with the title of the row. */
function byTitle(clauses: readonly Clause[], titled: readonly Clause[], release: ClauseRelease): Found {
  const controls = controlsOf(release.standards);
  const heads = [
    ...new Set(clauses.filter(({ kind }) => kind !== ClauseKind.HEADING).map((one) => controls.head(one))),
  ];
  const meant =
    titled.length > 0 ? heads.filter((one) => titled.some((other) => controls.head(other) === one)) : heads;
  if (meant.length === 1) return { clauses: meant, formerly: null };
  return { miss: heads.length > 0 ? 'AMBIGUOUS' : 'NOTHING', suggestions: clauses.slice(0, 5) };
}

/** What became of a control of an earlier edition, as the standard that sets the requirement has it. */
function successorsOf(former: Clause, { standards }: ClauseRelease): Found {
  const controls = controlsOf(standards);
  const successors = standards
    .relatedTo(former)
    .filter(({ link, clause }) => link === ClauseLink.CORRESPONDS && clause.standard.current)
    .map(({ clause }) => controls.head(clause));
  if (successors.length > 0) return { clauses: [...new Set(successors)], formerly: former };
  return {
    miss: former.kind === ClauseKind.HEADING ? 'HEADING' : 'GONE',
    suggestions: [former],
  };
}
