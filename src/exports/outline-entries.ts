import { Instrument } from '../law/instrument.entity.js';
import { ProvisionKind } from '../law/law.enums.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Provision } from '../law/provision.entity.js';
import { groupBy } from '../shared/catalogue.js';
import type { Language } from '../shared/language.js';
import type { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { ClauseKind } from '../standards/standards.enums.js';
import type { ExportRelease } from './export-release.js';
import type { Wish } from './wish.js';

/** One line of an act or a standard, below the line it stands under. */
export interface OutlineEntry {
  id: string;
  parent: OutlineEntry | null;
  /** As it is cited: `Article 21(2)(d)`, `A.5.19`. */
  code: string;
  title: string;
  /** What it says, in the project's own words; of a standard the number and title alone. */
  statement: string;
  type: 'heading' | 'obligation' | 'clause';
}

/** An act or a standard line by line, parents ahead of what stands under them. */
export function outlineOf(
  source: Instrument | Standard,
  release: ExportRelease,
  wish: Wish,
  language: Language,
): OutlineEntry[] {
  if (source instanceof Instrument) return dutiesOf(source, release, wish, language);
  return clausesOf(release.standards.clausesOf(source), language);
}

/** The article a provision stands in, or the section of an annex. */
export function headOf(provision: Provision): Provision {
  const isHead = provision.kind === ProvisionKind.ARTICLE || provision.parent?.kind === ProvisionKind.ANNEX;
  return isHead || !provision.parent ? provision : headOf(provision.parent);
}

export function dutiesByHead(
  instrument: Instrument,
  { law }: ExportRelease,
  wish: Pick<Wish, 'hasObligation'>,
): Map<Provision, Obligation[]> {
  const duties = law.obligations.all.filter(
    (obligation) => obligation.provision.instrument === instrument && wish.hasObligation(obligation),
  );
  return groupBy(duties, ({ provision }) => headOf(provision));
}

function dutiesOf(
  instrument: Instrument,
  release: ExportRelease,
  wish: Wish,
  language: Language,
): OutlineEntry[] {
  const say = { language };
  return [...dutiesByHead(instrument, release, wish)].flatMap(([head, obligations]) => {
    const code = head.citation(say);
    const title = head.title(say) ?? code;
    const heading: OutlineEntry = {
      id: head.id,
      parent: null,
      code,
      title,
      statement: title,
      type: 'heading',
    };
    return [
      heading,
      ...obligations.map((obligation): OutlineEntry => ({
        id: obligation.id,
        parent: heading,
        code: obligation.citation(say),
        title: obligation.title(say),
        statement: obligation.summary(say),
        type: 'obligation',
      })),
    ];
  });
}

function clausesOf(clauses: readonly Clause[], language: Language): OutlineEntry[] {
  const entries = new Map<Clause, OutlineEntry>();
  for (const clause of clauses) {
    const title = clause.title({ language });
    entries.set(clause, {
      id: clause.id,
      parent: (clause.parent && entries.get(clause.parent)) ?? null,
      code: clause.number,
      title,
      statement: `${clause.citation}: ${title}`,
      type: clause.kind === ClauseKind.HEADING ? 'heading' : 'clause',
    });
  }
  return [...entries.values()];
}
