import { makeValidator } from 'envalid';

/** Names a server in messages and logs: never the user, the password or what else a URL may hold. */
export function nameOfServer(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}

/** `postgres://user:password@host:port/database`. Messages never repeat it: it may hold a password. */
export const databaseUrl = makeValidator<string>(checkUrl);

/** Several of them, with commas between. */
export const databaseUrls = makeValidator<string[]>((input) =>
  input
    .split(',')
    .map((url) => url.trim())
    .filter(Boolean)
    .map(checkUrl),
);

function checkUrl(input: string): string {
  const form = 'It has the form postgres://user:password@host:port/database.';
  if (!URL.canParse(input)) throw new Error(`is not a URL. ${form}`);
  const { protocol, hostname, pathname } = new URL(input);
  if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(`does not begin with postgres:. ${form}`);
  if (hostname === '') throw new Error(`names no host. ${form}`);
  if (pathname.length < 2) throw new Error(`names no database. ${form}`);
  return input;
}
