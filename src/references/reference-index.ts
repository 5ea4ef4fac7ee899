import type { Instrument } from '../law/instrument.entity.js';
import type { NeedsLaw } from '../law/law.graph.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import { groupBy } from '../shared/catalogue.js';
import { createNearestFinder, type NearestFinder } from '../shared/nearest.js';
import type { Node } from '../shared/node.js';
import { tidy } from './reference.js';

/** The release as far as reading references needs it. */
export type ReferableRelease = NeedsLaw['release'] &
  NeedsStandards['release'] & { node(id: string): Node | undefined };

/** What references are looked up in, made once for a release. */
export interface ReferenceIndex {
  release: ReferableRelease;
  /** The act that a citation without a name means: the one that has the measures. */
  mainAct: Instrument | undefined;
  /** Acts by their names; of a name that several have, the first. */
  acts: ReadonlyMap<string, Instrument>;
  /** Letters of the longest name of an act. */
  longestActName: number;
  /** Editions of a family, current first. */
  editionsOf(family: string): readonly Standard[];
  /** The edition of a family with a year, also by the year of its European or Danish adoption. */
  edition(family: string, year: string): Standard | undefined;
  clausesOf(standard: Standard): ReadonlyMap<string, Clause>;
  /** Everything with a title, by the title in both languages. */
  byTitle: ReadonlyMap<string, readonly Node[]>;
  /** The titles nearest to what was written. */
  nearestTitles: NearestFinder;
  /** Lower-cased ids, for ids that lost their capitals, and ids without their type. */
  byLooseId: ReadonlyMap<string, readonly Node[]>;
}

export function createReferenceIndex(release: ReferableRelease): ReferenceIndex {
  const { law, standards } = release;
  const names = law.instruments.all.flatMap((act) =>
    [act.shortName, ...act.aliases, ...numbersIn(act.titleText.en)].map((name) => ({
      name: tidy(name),
      act,
    })),
  );
  const editions = standards.standards.all
    .flatMap((standard) => [standard.reference, ...standard.aliases].map((name) => ({ standard, name })))
    .map(({ standard, name }) => ({ standard, ...familyOf(name) }));
  const families = groupBy(editions, ({ family }) => family);
  const clauses = new Map(
    standards.standards.all.map((standard) => [
      standard,
      new Map(standards.clausesOf(standard).map((clause) => [keyOf(clause.number), clause])),
    ]),
  );
  const titled: [string, Node][] = [
    ...standards.standards.all.map((standard): [string, Node] => [standard.reference, standard]),
    ...names.map(({ name, act }): [string, Node] => [name, act]),
    ...standards.clauses.all
      .filter(({ standard }) => standard.current)
      .flatMap((clause) => titlesOf(clause.titleText, clause)),
    ...law.measures.all.flatMap((measure) => titlesOf(measure.titleText, measure)),
    ...law.obligations.all
      .filter(({ measure }) => !measure)
      .flatMap((obligation) => titlesOf(obligation.titleText, obligation)),
    ...law.provisions.all.flatMap((provision) => titlesOf(provision.titleText, provision)),
  ];
  const ids = [
    law.instruments,
    law.provisions,
    law.measures,
    law.obligations,
    standards.standards,
    standards.clauses,
  ]
    .flatMap(({ all }) => all as readonly Node[])
    .flatMap((node): [string, Node][] => [
      [node.id.toLowerCase(), node],
      [node.id.slice(node.id.indexOf('/') + 1).toLowerCase(), node],
    ]);
  const byTitle = collect(titled.map(([title, node]) => [tidy(title), node]));
  return {
    release,
    mainAct: law.measures.all[0]?.provision.instrument,
    acts: new Map(names.map(({ name, act }): [string, Instrument] => [name, act]).reverse()),
    longestActName: Math.max(0, ...names.map(({ name }) => name.length)),
    editionsOf: (family) => [
      ...new Set(
        (families.get(family) ?? [])
          .toSorted((a, b) => Number(b.standard.current) - Number(a.standard.current))
          .map(({ standard }) => standard),
      ),
    ],
    edition: (family, year) => families.get(family)?.find((edition) => edition.year === year)?.standard,
    clausesOf: (standard) => clauses.get(standard) ?? new Map<string, Clause>(),
    byTitle,
    nearestTitles: createNearestFinder(byTitle.keys()),
    byLooseId: collect(ids),
  };
}

/** `A.5.19` and `a 5 19` are the same place. */
export const keyOf = (number: string) => number.toLowerCase().replace(/[\s.]+/g, '.');

/** Numbers of acts as they stand in titles: `2022/2555`, `910/2014`. */
export function numbersIn(title: string): string[] {
  const [first] = title.matchAll(/(?:No )?\b(\d{2,4}\/\d{2,4})\b/g);
  return first?.[1] ? [first[1]] : [];
}

function familyOf(reference: string): { family: string; year: string } {
  const [, family = '', year = ''] = /(\d{5})(?::(\d{4}))?/.exec(reference) ?? [];
  return { family, year };
}

function titlesOf(title: { en: string; da?: string } | null, node: Node): [string, Node][] {
  return title ? [title.en, ...(title.da ? [title.da] : [])].map((text): [string, Node] => [text, node]) : [];
}

function collect(entries: readonly [string, Node][]): Map<string, Node[]> {
  const groups = groupBy(entries, ([key]) => key);
  return new Map([...groups].map(([key, group]) => [key, [...new Set(group.map(([, node]) => node))]]));
}
