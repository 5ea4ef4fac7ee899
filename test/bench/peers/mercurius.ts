import fastify from 'fastify';
import mercurius from 'mercurius';
import { databaseFile, tellAddress } from './listen.js';
import { openRelease } from './in-memory.js';

const { schema, context } = await openRelease(databaseFile());
const app = fastify({ bodyLimit: 1_000_000 });
// Compiled from the second time an operation is asked.
await app.register(mercurius, { schema, context: () => ({ ...context() }), jit: 1 });
const url = await app.listen({ host: '127.0.0.1', port: 0 });
tellAddress(`${url}/graphql`);
