import type { IncomingMessage } from 'node:http';

export const LARGEST_BODY_BYTES = 100_000;

/** The bytes of a request's body; null as soon as it passes the limit, without reading on. */
export function readBody(request: IncomingMessage, limit = LARGEST_BODY_BYTES): Promise<Buffer | null> {
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

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body; null if the bytes are not UTF-8, which a lenient reader would silently mend. */
export function decodeBody(body: Buffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}
