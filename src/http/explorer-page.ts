import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { accepts, COMMON_HEADERS } from './respond.js';

/**
 * Script and style are files of this origin, nothing stands in the page. Pictures are drawn from an SVG that the page
 * makes itself, which a canvas reads as a blob.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Path below which the page's own files are served; their names carry a hash of their content. */
const EXPLORER_FILES = '/explorer/';

interface BuiltFile {
  type: string;
  etag: string;
  /** By content coding, in the order in which they are preferred; the plain bytes last. */
  forms: readonly (readonly [coding: string | undefined, body: Buffer])[];
}

export interface ExplorerPage {
  /** True if the request is for the page or one of its files, and has been answered. */
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): boolean;
}

/** The explorer, read into memory from the built files with the forms that the build compressed. */
export function createExplorerPage(folder: string): ExplorerPage {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => path.extname(name) in TYPES)
      .map((name) => [name, readBuilt(path.join(folder, name))]),
  );
  return {
    answer(request, response, pathname) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (pathname !== '/' && !pathname.startsWith(EXPLORER_FILES)) return false;
      const file = files.get(pathname === '/' ? 'index.html' : pathname.slice(EXPLORER_FILES.length));
      if (!file) return false;
      send(request, response, file, pathname === '/');
      return true;
    },
  };
}

function readBuilt(file: string): BuiltFile {
  const body = readFileSync(file);
  const compressed = [
    ['br', `${file}.br`],
    ['gzip', `${file}.gz`],
  ] as const;
  return {
    type: TYPES[path.extname(file)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
    forms: [
      ...compressed
        .filter(([, name]) => existsSync(name))
        .map(([coding, name]) => [coding, readFileSync(name)] as const),
      [undefined, body],
    ],
  };
}

/** The page is asked for anew each time, so that it names the newest files; these never change. */
function send(request: IncomingMessage, response: ServerResponse, file: BuiltFile, isPage: boolean): void {
  const accepted = request.headers['accept-encoding'] ?? '';
  const form = file.forms.find(([coding]) => coding === undefined || accepts(accepted, coding));
  const [coding, body] = form ?? [undefined, Buffer.alloc(0)];
  const headers = {
    ...COMMON_HEADERS,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    etag: `"${file.etag}${coding ? `-${coding}` : ''}"`,
  };
  if ((request.headers['if-none-match'] ?? '').includes(file.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': body.length,
    ...(coding && { 'content-encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
