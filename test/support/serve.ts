import { request } from 'node:http';
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

/**
 * Sends a question over HTTP; the answer as it came. Over a connection of its own: tests seed in this very process,
 * which keeps it from noticing that a connection it kept was closed.
 */
export async function post(url: string, query: string, variables: object = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = request(`${url}/graphql`, { method: 'POST', headers, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (body += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      answer.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify({ query, variables }));
  });
}
