import { createServer, type Server } from 'node:net';

export interface Address {
  host: string;
  port: number;
}

/** Listens; where that is not possible, says which variable to change. */
export async function listen(server: Server, { host, port }: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, { host, port })));
    server.listen(port, host, resolve);
  });
}

/** Throws what `listen` would, before time is spent on a database that nobody could ask. */
export async function checkAddress(address: Address): Promise<void> {
  const probe = createServer();
  await listen(probe, address);
  await new Promise((resolve) => probe.close(resolve));
}

function explain(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(`PORT: ${port} on ${host} is in use. Stop what listens there, or name another port.`);
    case 'EACCES':
      return new Error(`PORT: this user may not listen on ${port}. Name a port of 1024 or more.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Error(
        `HOST: ${host} is no address of this machine. 127.0.0.1 is, and 0.0.0.0 means all of them.`,
      );
    default:
      return error;
  }
}
