import type { Instrument } from '../law/instrument.entity.js';
import type { Mapping } from '../mappings/mapping.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { shortOf, type ExportRelease } from './export-release.js';

/** An act and a standard with edges between them, in the direction in which a file reads them. */
export interface Pair {
  instrument: Instrument;
  standard: Standard;
  /** From the law to the standard; false for the way back. */
  forward: boolean;
}

/** Acts that lay obligations, and standards whose numbers are known: what a catalog can be made of. */
export function catalogSubjects({ law, standards }: ExportRelease): (Instrument | Standard)[] {
  const acts = new Set(law.obligations.all.map(({ provision }) => provision.instrument));
  return [
    ...law.instruments.all.filter((act) => acts.has(act)),
    ...standards.standards.all.filter((standard) => standards.clausesOf(standard).length > 0),
  ];
}

export function findCatalogSubject(subject: string, release: ExportRelease): Instrument | Standard {
  return found(
    catalogSubjects(release).find((one) => shortOf(one) === subject),
    subject,
  );
}

/** All pairs with an edge between them, law first, then the way back. */
export function pairs({ mappings }: ExportRelease): Map<string, Pair> {
  const between = new Map<string, Pair>();
  for (const { obligation, clause } of mappings.mappings.all) {
    const pair = { instrument: obligation.provision.instrument, standard: clause.standard, forward: true };
    between.set(nameOf(pair), pair);
  }
  const sorted = [...between.values()].sort(
    (a, b) => a.instrument.position - b.instrument.position || a.standard.position - b.standard.position,
  );
  const back = sorted.map((pair) => ({ ...pair, forward: false }));
  return new Map([...sorted, ...back].map((pair) => [nameOf(pair), pair]));
}

export function findPair(subject: string, release: ExportRelease): Pair {
  return found(pairs(release).get(subject), subject);
}

export function nameOf({ instrument, standard, forward }: Pair): string {
  const ends = [shortOf(instrument), shortOf(standard)];
  return (forward ? ends : ends.reverse()).join('--');
}

export const edgesBetween = ({ instrument, standard }: Pair, { mappings }: ExportRelease): Mapping[] =>
  mappings.mappings.all.filter(
    ({ obligation, clause }) =>
      obligation.provision.instrument === instrument && clause.standard === standard,
  );

/** Whoever asks for a file has looked its subject up in the list of subjects; a miss here is a bug. */
function found<T>(record: T | undefined, subject: string): T {
  if (record === undefined) throw new Error(`There is nothing to export under ${subject}.`);
  return record;
}
