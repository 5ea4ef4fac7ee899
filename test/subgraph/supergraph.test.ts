import { describe, expect, test } from '@jest/globals';
import { composeServices } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { PATHS } from '../../src/paths.js';
import { useKobling, type Answer } from '../support/kobling.js';

/** A platform's own controls, each of which names one of our clauses. */
const CONTROLS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { controls: [Control!]! }
  type Control @key(fields: "id") { id: ID!  owner: String!  clause: Clause }
  type Clause @key(fields: "id", resolvable: false) { id: ID! }
`;
const OWN = [
  { id: 'CTL-7', owner: 'Anna', clause: { id: 'clause/iso27001-2022/A.5.19' } },
  { id: 'CTL-8', owner: 'Bo', clause: { id: 'clause/iso27001-2022/A.8.13' } },
  { id: 'CTL-9', owner: 'Carl', clause: { id: 'clause/iso27001-2022/A.99' } },
];

/** The platform's subgraph, in this process; ours is asked over HTTP, as a router would. */
class ControlsSource implements GraphQLDataSource {
  private readonly apollo = new ApolloServer({
    schema: buildSubgraphSchema({
      typeDefs: parse(CONTROLS),
      resolvers: { Query: { controls: () => OWN } },
    }),
  });

  async process({ request }: Parameters<GraphQLDataSource['process']>[0]) {
    const { body } = await this.apollo.executeOperation({
      query: request.query,
      variables: request.variables,
    });
    if (body.kind !== 'single') throw new Error('One answer was expected.');
    return JSON.parse(JSON.stringify(body.singleResult)) as Awaited<ReturnType<GraphQLDataSource['process']>>;
  }
}

const composed = () =>
  composeServices([
    {
      name: 'kobling',
      url: 'http://kobling/subgraph',
      typeDefs: parse(readFileSync(PATHS.subgraphSdl, 'utf8')),
    },
    { name: 'controls', url: 'http://controls', typeDefs: parse(CONTROLS) },
  ]);

describe('the subgraph', () => {
  const kobling = useKobling({ subgraph: true });
  const subgraph = () => kobling.url.replace('/graphql', '/subgraph');
  const entities = (representations: unknown[]): Promise<Answer> =>
    kobling.askAt(
      subgraph(),
      'query Entities($representations: [_Any!]!) { _entities(representations: $representations) { ... on Clause { id number } ... on Obligation { id } } }',
      { representations },
    );

  test('serves the schema that is committed', async () => {
    const { data } = await kobling.askAt(subgraph(), '{ _service { sdl } }');
    expect(data._service.sdl).toContain('type Clause implements Node');
    expect(data._service.sdl).toContain('@key(fields: "id")');
  });

  test('answers what the public schema answers', async () => {
    const query =
      '{ measures { id obligations { id } } node(id: "clause/iso27001-2022/A.5.1") { __typename id } }';
    const [there, here] = await Promise.all([kobling.askAt(subgraph(), query), kobling.ask(query)]);
    expect(there.data).toEqual(here.data);
  });

  test('composes with the subgraph of a platform', () => {
    const { errors, supergraphSdl } = composed();
    expect(errors).toBeUndefined();
    expect(supergraphSdl).toContain('join__graph');
  });

  test('joins a control of the platform to our clause in one query', async () => {
    const gateway = new ApolloGateway({
      supergraphSdl: composed().supergraphSdl ?? '',
      buildService: ({ name }) =>
        name === 'controls' ? new ControlsSource() : new RemoteGraphQLDataSource({ url: subgraph() }),
    });
    const apollo = new ApolloServer({ gateway });
    try {
      const { body } = await apollo.executeOperation({
        query: `{ controls { id owner clause { id title(language: DA)
          mappings(first: 100) { nodes { obligation { citation } covers } } } } }`,
      });
      const { data, errors } = body.kind === 'single' ? body.singleResult : {};
      expect(errors).toBeUndefined();
      const { controls } = JSON.parse(JSON.stringify(data)) as { controls: object[] };
      expect(controls).toEqual([
        {
          id: 'CTL-7',
          owner: 'Anna',
          clause: {
            id: 'clause/iso27001-2022/A.5.19',
            title: expect.stringContaining('leverandør'),
            mappings: {
              nodes: expect.arrayContaining([
                { obligation: { citation: 'Article 21(2)(d)' }, covers: 'PARTIAL' },
              ]),
            },
          },
        },
        { id: 'CTL-8', owner: 'Bo', clause: expect.objectContaining({ id: 'clause/iso27001-2022/A.8.13' }) },
        // Nothing of ours has that id: the entity is null, the rest of the answer stays.
        { id: 'CTL-9', owner: 'Carl', clause: null },
      ]);
    } finally {
      await apollo.stop();
    }
  });

  test('finds entities in the order asked for, in no statement, null for what is none of that type', async () => {
    const ids = ['A.5.1', 'A.5.2', 'A.5.3'].map((number) => `clause/iso27001-2022/${number}`);
    const representations = [
      ...ids.map((id) => ({ __typename: 'Clause', id })),
      { __typename: 'Obligation', id: ids[0] },
      { __typename: 'Obligation', id: 'obligation/nis2/21.2.d' },
    ];
    let answer: Answer | undefined;
    const statements = await kobling.countStatements(async () => {
      answer = await entities(representations);
    });
    expect(statements).toBe(0);
    const found = answer?.data._entities as ({ id: string } | null)[];
    expect(found.map((one) => one?.id ?? null)).toEqual([...ids, null, 'obligation/nis2/21.2.d']);
  });

  test.each([
    [{ __typename: 'Claus', id: 'x' }, /Did you mean Clause\?/],
    [{ __typename: 'Query', id: 'x' }, /names no entity/],
    [{ __typename: '__proto__', id: 'x' }, /names no entity/],
    [{ __typename: 'Clause' }, /found by its id/],
    [{ __typename: 'Clause', id: { a: 1 } }, /found by its id/],
    ['Clause', /names no entity/],
  ])('refuses %j', async (representation, message) => {
    const { errors } = await entities([representation]);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
