import { createServer, type KoblingServer, type ServerOptions } from '../../src/server.js';

/** A server on a free port, and where it is. */
export async function serve(options: ServerOptions): Promise<KoblingServer & { url: string }> {
  const server = await createServer(options);
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const { port } = server.http.address() as { port: number };
  return Object.assign(server, { url: `http://127.0.0.1:${port}` });
}

export interface Asked {
  status: number;
  body: string;
}

/** Sends a question over HTTP; the answer as it came. */
export async function post(url: string, query: string, variables: object = {}): Promise<Asked> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: answer.status, body: await answer.text() };
}
