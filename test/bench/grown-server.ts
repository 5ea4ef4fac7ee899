// Serves a grown database with Kobling's real server. `main.js` would build the file anew, since it is not the seed's.
import type { AddressInfo } from 'node:net';
import { createDataSource } from '../../ormconfig.js';
import { createServer, GRAPHQL_PATH } from '../../src/server.js';

const [, , file = ''] = process.argv;
const { http } = await createServer({ database: await createDataSource(file).initialize() });
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}${GRAPHQL_PATH}` });
});
