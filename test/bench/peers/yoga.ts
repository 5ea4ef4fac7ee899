import { createYoga } from 'graphql-yoga';
import { createServer } from 'node:http';
import { databaseFile, listen } from './listen.js';
import { openRelease } from './in-memory.js';

const { schema, context } = await openRelease(databaseFile());
const yoga = createYoga({ schema, context: () => ({ ...context() }), logging: false });
// The listener answers with a promise, which node:http does not wait for.
listen(
  createServer((request, response) => void yoga(request, response)),
  '/graphql',
);
