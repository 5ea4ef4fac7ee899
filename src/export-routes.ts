import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Lease } from './current-release.js';
import { findFile, type ExportFile } from './exports/export-index.js';
import { exportIndex, exportPage, PAGE_POLICY } from './exports/export-page.js';
import { readWish } from './exports/wish.js';
import { writeFile } from './exports/write-file.js';
import { COMMON_HEADERS, CORS_HEADERS, FRESH_SECONDS, refuse, sendKept } from './http/respond.js';
import { createQueue } from './http/queue.js';
import { ERROR_CODES } from './shared/errors.js';
import { Language } from './shared/language.js';

const EXPORT_PATH = '/export';

export const isExport = (pathname: string) =>
  pathname === EXPORT_PATH || pathname.startsWith(`${EXPORT_PATH}/`);

/** One export is made at a time: it is work of seconds, and a repeat gets the bytes of the first. */
const queue = createQueue();

/** Answers everything below /export: the index, and the files. */
export async function answerExport(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  search: string,
  lease: Lease,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    refuse(response, 405, ERROR_CODES.BAD_REQUEST, 'Exports are read by GET.');
    return;
  }
  const parameters = new URLSearchParams(search);
  const address = pathname.slice(EXPORT_PATH.length + 1);
  if (address === '') {
    sendIndex(request, response, parameters, lease);
    return;
  }
  const { file, ...missing } = findFile(decode(address), lease.release);
  if (file) {
    await sendFile(request, response, { file, parameters, search }, lease);
    return;
  }
  const suggestions =
    'suggestions' in missing ? missing.suggestions.map((near) => `${EXPORT_PATH}/${near}`) : [];
  refuse(
    response,
    404,
    ERROR_CODES.NOT_FOUND,
    `There is no such export. Did you mean ${suggestions.join(' or ')}? All of them are listed at ${EXPORT_PATH}.`,
    { suggestions },
  );
}

interface Wanted {
  file: ExportFile;
  parameters: URLSearchParams;
  search: string;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, parameters, search }: Wanted,
  { release, answers }: Lease,
): Promise<void> {
  const key = `${EXPORT_PATH}/${file.address}${search}`;
  const bytes = async () => {
    const pieces: Buffer[] = [];
    for await (const piece of writeFile(file, parameters, release)) {
      if (response.destroyed) return null;
      pieces.push(piece);
    }
    return answers.keep(key, file.format.contentType, Buffer.concat(pieces));
  };
  const answer = answers.find(key) ?? (await queue(async () => answers.find(key) ?? (await bytes())));
  if (!answer) return;
  response.setHeader(
    'content-disposition',
    `inline; filename="kobling-${release.dataset.version}-${path.basename(file.address)}"`,
  );
  sendKept(request, response, answer);
}

/** HTML where a browser asks, JSON for everything else. */
function sendIndex(
  request: IncomingMessage,
  response: ServerResponse,
  parameters: URLSearchParams,
  { release }: Lease,
): void {
  const wished = readWish(parameters, ['language'], release).language;
  const language = wished ?? acceptedLanguage(request.headers['accept-language'] ?? '');
  const isPage = (request.headers.accept ?? '').includes('text/html');
  const body = isPage ? exportPage(release, language) : JSON.stringify(exportIndex(release, language));
  response.writeHead(200, {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    ...(isPage && { 'content-security-policy': PAGE_POLICY }),
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'content-language': language.toLowerCase(),
    'content-length': Buffer.byteLength(body),
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    vary: 'accept, accept-language',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Danish if it stands ahead of English. */
function acceptedLanguage(accepted: string): Language {
  const [first] = /\b(?:da|en)\b/i.exec(accepted) ?? [];
  return first?.toLowerCase() === 'da' ? Language.DA : Language.EN;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
