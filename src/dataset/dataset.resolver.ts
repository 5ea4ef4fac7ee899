import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { badInput } from '../shared/errors.js';
import { Node } from '../shared/node.js';
import { Dataset } from './dataset.entity.js';
import type { NeedsDataset } from './dataset.graph.js';
import { Source } from './source.entity.js';

const MOST_NODES = 100;

@Resolver()
export class DatasetResolver {
  @Query(() => Dataset, { description: 'The release of the knowledge that answers this request.' })
  dataset(@Ctx() { release }: NeedsDataset): Dataset {
    return release.dataset;
  }

  @Query(() => [Source], { description: 'Every document that a fact or a judgement rests on.' })
  sources(@Ctx() { release }: NeedsDataset): readonly Source[] {
    return release.sources.all;
  }

  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id; a `Retirement` for an id that an earlier release used; null if there never was one.',
  })
  async node(@Arg('id', () => ID) id: string, @Ctx() context: NeedsDataset): Promise<Node | null> {
    return findNode(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: `Several by their ids, at most ${MOST_NODES}, in the order asked for; null in place of an id that never was one.`,
  })
  async nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: NeedsDataset): Promise<(Node | null)[]> {
    if (ids.length > MOST_NODES) {
      throw badInput(
        `ids holds ${ids.length} ids, but at most ${MOST_NODES} are answered at once. Ask in several calls.`,
        {
          argument: 'ids',
          value: ids.length,
        },
      );
    }
    return Promise.all(ids.map((id) => findNode(id, context)));
  }
}

async function findNode(id: string, { release, retirements }: NeedsDataset): Promise<Node | null> {
  return release.node(id) ?? (await retirements.load(id));
}
