import { Arg, Args, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { Obligation } from '../law/obligation.entity.js';
import type { NeedsMappings } from '../mappings/mappings.graph.js';
import { createConnectionType, ForwardPageArgs, paginate, type Connection } from '../shared/connections.js';
import { badInput } from '../shared/errors.js';
import { Clause } from '../standards/clause.entity.js';
import type { Standard } from '../standards/standard.entity.js';
import { ClauseLink } from '../standards/standards.enums.js';
import type { NeedsStandards } from '../standards/standards.graph.js';
import { crosswalkOf } from './crosswalk.js';
import { controlsOf } from './same-control.js';

@ObjectType('CrosswalkRow', {
  simpleResolvers: true,
  description: 'Two clauses of two editions that have to do with each other, and through what.',
})
export class CrosswalkRow {
  /** Names the row in a cursor. */
  id!: string;

  position!: number;

  @Field(() => Clause, { description: 'Clause of the edition asked from.' })
  from!: Clause;

  @Field(() => Clause, { description: 'Clause of the edition asked to.' })
  to!: Clause;

  @Field(() => [ClauseLink], {
    description:
      'Links between the two, directly or through the same control in a third standard; empty if they only share obligations.',
  })
  links!: ClauseLink[];

  @Field(() => [Obligation], {
    description:
      'Obligations of which both cover a part. That is no link: two clauses may cover different parts.',
  })
  via!: Obligation[];
}

export const CrosswalkConnection = createConnectionType('Crosswalk', () => CrosswalkRow);

const ROWS = new WeakMap<object, Map<string, CrosswalkRow[]>>();

@Resolver()
export class CrosswalkResolver {
  @Query(() => CrosswalkConnection, {
    description:
      'Clauses of two editions side by side, by links and by shared obligations: from the 2013 to the 2022 edition, from guidance to requirement, from security to continuity. The same pairs whichever way round.',
  })
  crosswalk(
    @Arg('from', () => ID, { description: 'Edition on the left: `standard/iso27002-2013`.' }) from: string,
    @Arg('to', () => ID, { description: 'Edition on the right: `standard/iso27001-2022`.' }) to: string,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() { release }: NeedsStandards & NeedsMappings,
  ): Connection<CrosswalkRow> {
    const { standards } = release.standards;
    const [left] = standards.named([from], 'from');
    const [right] = standards.named([to], 'to');
    if (!left || !right || left === right) {
      throw badInput('from and to name the same edition. Name two.', { argument: 'to', value: to });
    }
    for (const [argument, standard] of Object.entries({ from: left, to: right }))
      checkHeld(standard, argument, release.standards);
    return paginate(rowsOf(left, right, release), page);
  }
}

/** An edition known by name only would answer with nothing, which would read as "no relation". */
function checkHeld(
  standard: Standard,
  argument: string,
  graph: NeedsStandards['release']['standards'],
): void {
  if (graph.clausesOf(standard).length > 0) return;
  const held = graph.standards.all.filter((other) => graph.clausesOf(other).length > 0).map(({ id }) => id);
  throw badInput(
    `${argument}: the clauses of ${standard.reference} are not held. Editions with clauses: ${held.join(', ')}.`,
    {
      argument,
      value: standard.id,
      suggestions: held,
    },
  );
}

/** A release never changes, so a crosswalk is computed once; there are at most as many as pairs of editions. */
function rowsOf(
  from: Standard,
  to: Standard,
  release: (NeedsStandards & NeedsMappings)['release'],
): CrosswalkRow[] {
  const known = ROWS.get(release.standards) ?? new Map<string, CrosswalkRow[]>();
  ROWS.set(release.standards, known);
  const key = `${from.id} ${to.id}`;
  const rows =
    known.get(key) ??
    crosswalkOf(from, to, {
      standards: release.standards,
      mappings: release.mappings,
      controls: controlsOf(release.standards),
    }).map((pair, position) =>
      Object.assign(new CrosswalkRow(), pair, { id: `${pair.from.id}~${pair.to.id}`, position }),
    );
  known.set(key, rows);
  return rows;
}
