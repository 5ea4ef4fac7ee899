import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The database file that this peer was started with. */
export function databaseFile(): string {
  const file = process.argv[2];
  if (!file) throw new Error('Start me with the name of the database file.');
  return file;
}

/** Tells whoever started this process where it listens, and ends with it. */
export function tellAddress(url: string): void {
  process.on('disconnect', () => process.exit(0));
  process.send?.({ url });
}

export function listen(server: Server, pathname: string): void {
  server.listen(0, '127.0.0.1', () =>
    tellAddress(`http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`),
  );
}
