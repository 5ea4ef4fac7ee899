import { describe, expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get, type IncomingMessage } from 'node:http';
import { PATHS } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling({ explorerFolder: PATHS.explorer });

interface Received {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** A request that leaves the bytes as they came; fetch would unpack them. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    get(new URL(path, kobling.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

const filesNamedIn = (page: string) =>
  [...page.matchAll(/"(\/explorer\/[^"]+)"/g)].map(([, name = '']) => name);

describe('the page at /', () => {
  test('has no inline script or style, and a policy that allows none', async () => {
    const { status, headers, body } = await ask('/');
    const page = body.toString();
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; img-src 'self' blob:;/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect([headers['x-content-type-options'], headers['x-frame-options']]).toEqual(['nosniff', 'DENY']);
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=|https?:\/\//);
  });

  test('names files that carry a hash and may be kept for ever; the page itself is asked for anew', async () => {
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const names = filesNamedIn(page.body.toString());
    expect(names.map((name) => name.replace(/^.*\./, '')).sort()).toEqual(['css', 'js', 'svg']);
    for (const name of names) {
      expect(name).toMatch(/-[A-Z0-9]{8}\.\w+$/);
      const { status, headers } = await ask(name);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });

  test('sends each file in the smallest form the client takes, and the same content in all', async () => {
    const [name = ''] = filesNamedIn((await ask('/')).body.toString()).filter((one) => one.endsWith('.js'));
    const plain = await ask(name);
    const zipped = await ask(name, { 'accept-encoding': 'gzip' });
    const brotli = await ask(name, { 'accept-encoding': 'gzip, deflate, br' });
    expect([plain, zipped, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(zipped.body.length);
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  test('says that nothing changed to who has it', async () => {
    const { headers } = await ask('/', { 'accept-encoding': 'br' });
    const again = await ask('/', { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('serves nothing but its own files', async () => {
    for (const path of [
      '/explorer/',
      '/explorer/none.js',
      '/explorer/../package.json',
      '/explorer/index.html.br',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    const response = await fetch(new URL('/', kobling.url), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('leaves GraphQL where it was', async () => {
    const { data } = await kobling.ask('{ dataset { version } }');
    expect(data.dataset.version).toBe(kobling.release.dataset.version);
  });
});
