import { readFileSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { COMMON_HEADERS } from './respond.js';

/**
 * Everything comes from this origin and no script stands in the page. Styles are inline because the editor
 * measures text by setting them; workers and fonts are files of our own, which the bundler may inline as data.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/** Path below which the page's own files are served. */
export const GRAPHIQL_FILES = '/graphiql/';

export interface GraphiqlPage {
  /** True if the request is a browser's for the page, or for one of its files, and has been answered. */
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): boolean;
}

/** The self-hosted GraphiQL, read into memory from the built files; it never asks another origin for anything. */
export function createGraphiqlPage(folder: string): GraphiqlPage {
  const files = new Map(
    readdirSync(folder).map((name) => [
      name,
      {
        body: readFileSync(path.join(folder, name)),
        type: TYPES[path.extname(name)] ?? 'application/octet-stream',
      },
    ]),
  );
  return {
    answer(request, response, pathname) {
      const wantsPage = pathname === '/graphql' && acceptsHtml(request);
      if (!wantsPage && !pathname.startsWith(GRAPHIQL_FILES)) return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const file = files.get(wantsPage ? 'index.html' : pathname.slice(GRAPHIQL_FILES.length));
      if (!file) return false;
      response.writeHead(200, {
        ...COMMON_HEADERS,
        'content-type': file.type,
        'content-length': file.body.length,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cache-control': 'no-cache',
        vary: 'accept',
      });
      response.end(request.method === 'HEAD' ? undefined : file.body);
      return true;
    },
  };
}

/** A browser asks for text/html; an API client that sends no Accept, or asks for JSON, is a client. */
function acceptsHtml({ headers, url = '' }: IncomingMessage): boolean {
  const accept = headers.accept ?? '';
  return (
    accept.includes('text/html') &&
    !accept.includes('json') &&
    !headers['apollo-require-preflight'] &&
    url.length < 100_000
  );
}
