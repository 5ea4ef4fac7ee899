import type { Server } from 'node:http';

/** Listens; where that is not possible, says which variable to change. */
export async function listen(http: Server, { host, port }: { host: string; port: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    http.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
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
