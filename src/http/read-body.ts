import type { IncomingMessage } from 'node:http';

export const LARGEST_BODY_BYTES = 100_000;

/** The body of a request as text; null as soon as it passes the limit, without reading on. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const bytes = await readBytes(request, LARGEST_BODY_BYTES);
  return bytes?.toString('utf8') ?? null;
}

/** The body of a request; null as soon as it passes the limit, without reading on. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      resolve(null);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('aborted', () => reject(new Error('The client went away.')));
  });
}
