import { Field, ID, InterfaceType } from 'type-graphql';

/** The GraphQL type of a record: its class is called like it. */
export const typeNameOf = (value: object): string => value.constructor.name;

/** Anything with an id of its own. Ids are readable, start with the type and stay the same across releases. */
@InterfaceType('Node', {
  description:
    'Anything with an id. Ids are readable, lower-case type first (`obligation/nis2/23.4.a`, `clause/iso27001-2022/A.5.19`), and stay the same from one release to the next.',
  resolveType: typeNameOf,
})
export abstract class Node {
  @Field(() => ID, { description: 'Stable, readable id; see `Node`.' })
  id!: string;
}
