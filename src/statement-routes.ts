import type { IncomingMessage, ServerResponse } from 'node:http';
import { createQueue } from './http/queue.js';
import { readBody } from './http/read-body.js';
import { COMMON_HEADERS, CORS_HEADERS, refuse } from './http/respond.js';
import type { Release } from './release.js';
import { ERROR_CODES } from './shared/errors.js';
import { answerStatement, type ReportKind } from './statement/answer-statement.js';
import type { TableKind } from './statement/read-table.js';

export const STATEMENT_PATH = '/import/soa';

export const LARGEST_STATEMENT_BYTES = 2 * 1024 * 1024;

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const KINDS: Readonly<Record<string, TableKind>> = { 'text/csv': 'csv', [XLSX_TYPE]: 'xlsx' };

const REPORT_TYPES: Readonly<Record<ReportKind, string>> = {
  xlsx: XLSX_TYPE,
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** One at a time: a file of strangers is work of up to seconds. */
const queue = createQueue();

/** Reads a Statement of Applicability and answers with what it says, or with a gap analysis. Nothing of it is kept. */
export async function answerStatementImport(
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  release: Release,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST, OPTIONS');
    refuse(response, 405, ERROR_CODES.BAD_REQUEST, 'Send a Statement of Applicability by POST.');
    return;
  }
  const kind = KINDS[(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
  if (kind === undefined || request.headers['content-encoding'] !== undefined) {
    const message = `Send the file as it is, with content-type text/csv or ${XLSX_TYPE}.`;
    refuse(response, 415, ERROR_CODES.BAD_REQUEST, message);
    return;
  }
  const file = await readBody(request, LARGEST_STATEMENT_BYTES);
  if (file === null) {
    const message = `The file is larger than ${LARGEST_STATEMENT_BYTES} bytes. Send the sheet of controls alone.`;
    refuse(response, 413, ERROR_CODES.PAYLOAD_TOO_LARGE, message);
    return;
  }
  const answer = await queue(() => answerStatement({ file, kind }, new URLSearchParams(search), release));
  const body = answer.report ?? Buffer.from(JSON.stringify(answer.statement));
  response.writeHead(200, {
    ...COMMON_HEADERS,
    ...CORS_HEADERS,
    'content-type': answer.report ? REPORT_TYPES[answer.kind] : 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...(answer.report && { 'content-disposition': `attachment; filename="gap-analysis.${answer.kind}"` }),
  });
  response.end(body);
}
