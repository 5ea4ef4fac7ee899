import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import 'reflect-metadata';
import { buildSchema } from 'type-graphql';
import { createDataSource } from '../../../ormconfig.js';
import { databaseFile, tellAddress } from './listen.js';
import { StockComputedResolver } from './stock-computed.js';
import {
  StockMappingResolver,
  StockObligationResolver,
  StockProvisionResolver,
  StockSearchResultResolver,
} from './stock-resolvers.js';
import { StockRows, type StockContext } from './stock-rows.js';

const { manager } = await createDataSource(databaseFile()).initialize();
const schema = await buildSchema({
  resolvers: [
    StockObligationResolver,
    StockProvisionResolver,
    StockMappingResolver,
    StockSearchResultResolver,
    StockComputedResolver,
  ],
  validate: false,
});
const { url } = await startStandaloneServer(new ApolloServer<StockContext>({ schema }), {
  listen: { host: '127.0.0.1', port: 0 },
  context: () => Promise.resolve({ rows: new StockRows(manager) }),
});
tellAddress(url);
