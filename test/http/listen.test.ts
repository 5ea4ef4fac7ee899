import { expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import { checkAddress, listen } from '../../src/listen.js';

test('an address that cannot be listened on is told by the name of its variable', async () => {
  const [one, two] = [createServer(), createServer()];
  await listen(one, { host: '127.0.0.1', port: 0 });
  const { port } = one.address() as { port: number };
  const inUse = `PORT: ${port} on 127.0.0.1 is in use. Stop what listens there, or name another port.`;
  await expect(listen(two, { host: '127.0.0.1', port })).rejects.toThrow(inUse);
  await expect(checkAddress({ host: '127.0.0.1', port })).rejects.toThrow(inUse);
  // An address kept for documentation, which no machine has.
  await expect(listen(two, { host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'HOST: 192.0.2.1 is no address of this machine. 127.0.0.1 is, and 0.0.0.0 means all of them.',
  );
  await new Promise((resolve) => one.close(resolve));
  await checkAddress({ host: '127.0.0.1', port });
  await listen(two, { host: '127.0.0.1', port });
  two.close();
});
