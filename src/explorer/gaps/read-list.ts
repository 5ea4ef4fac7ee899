import type { Address, Lang } from '../address.js';
import type { NodeAnswer, ReadListAnswer } from '../answers.js';
import { ask } from '../api.js';
import { shortId } from '../matrix/rows.js';
import { READ_AT_ONCE, READ_LIST } from '../queries.js';
import { asApi } from '../words/language.js';
import { readPasted, readStatus, type Mark, type Status } from './marks.js';

export type Trouble = 'unknown' | 'ambiguous' | 'superseded' | 'notAClause' | { said: string };

/** A line that names no clause of a current edition, and what may be meant. */
export interface Unreadable {
  text: string;
  row?: number;
  trouble: Trouble;
  status: Status;
  suggestions: readonly { clause: string; citation: string }[];
}

export interface ReadList {
  marks: Mark[];
  unreadable: Unreadable[];
}

/** What pasted lines mean, by the public API. */
export async function readPastedList(text: string, lang: Lang): Promise<ReadList> {
  const { lines, unclear } = readPasted(text);
  const calls: Promise<ReadListAnswer>[] = [];
  for (let start = 0; start < lines.length; start += READ_AT_ONCE) {
    const references = lines.slice(start, start + READ_AT_ONCE).map(({ reference }) => reference);
    calls.push(ask<ReadListAnswer>(READ_LIST, { references, language: asApi(lang) }));
  }
  const resolved = (await Promise.all(calls)).flatMap(({ resolve }) => resolve);
  const list: ReadList = { marks: [], unreadable: [] };
  for (const [index, { reference, node, suggestions }] of resolved.entries()) {
    const status = lines[index]?.status ?? 'IMPLEMENTED';
    if (node && isCurrentClause(node)) list.marks.push({ clause: shortId(node.id), status });
    else
      list.unreadable.push({
        text: reference,
        trouble: troubleWith(node, suggestions),
        status,
        suggestions: suggestions.filter(isCurrentClause).map(({ id, citation = id }) => ({
          clause: shortId(id),
          citation,
        })),
      });
  }
  for (const text of unclear)
    list.unreadable.push({ text, trouble: 'unknown', status: 'IMPLEMENTED', suggestions: [] });
  return list;
}

const isCurrentClause = ({ __typename, standard }: NodeAnswer) =>
  __typename === 'Clause' && standard?.supersededBy.length === 0;

function troubleWith(node: NodeAnswer | null, suggestions: readonly NodeAnswer[]): Trouble {
  if (node) return node.__typename === 'Clause' ? 'superseded' : 'notAClause';
  return suggestions.length > 1 ? 'ambiguous' : 'unknown';
}

/** What the import of a Statement of Applicability answers; the status says more than `implemented`, where it is there. */
interface ImportAnswer {
  clauses: { row: number; clauseId: string; implemented: boolean | null; status?: Status | null }[];
  unreadable: { row: number; cells: string[]; reason: string; suggestions?: string[] }[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The service has no import: an older one, or one that was started without it. */
export class NoImport extends Error {}

/** Reads a file by the service, which keeps nothing of it. */
export async function readFileList(file: File): Promise<ReadList> {
  const type = /\.xlsx$/i.test(file.name) ? XLSX : 'text/csv';
  const response = await fetch('/import/soa', {
    method: 'POST',
    headers: { 'content-type': type },
    body: file,
  });
  if (response.status === 404) throw new NoImport();
  const answer = (await response.json()) as ImportAnswer & { errors?: { message: string }[] };
  if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? `HTTP ${response.status}`);
  // Where no row says whether, the list is one of what is in place.
  const says = answer.clauses.some(({ implemented, status }) => implemented !== null || status);
  const statusOf = ({ implemented, status }: ImportAnswer['clauses'][number]): Status =>
    status ?? (implemented === true || !says ? 'IMPLEMENTED' : 'NOT_IMPLEMENTED');
  return {
    marks: answer.clauses.map((clause) => ({ clause: shortId(clause.clauseId), status: statusOf(clause) })),
    unreadable: answer.unreadable.map(({ row, cells, reason, suggestions = [] }) => ({
      text: cells.join(' | '),
      row,
      trouble: { said: reason },
      status: cells.map(readStatus).find((status) => status !== undefined) ?? 'IMPLEMENTED',
      suggestions: suggestions
        .filter((id) => id.startsWith('clause/'))
        .map((id) => ({ clause: shortId(id), citation: shortId(id) })),
    })),
  };
}

/** What the import reads for each status. */
const WRITTEN: Readonly<Record<Status, string>> = {
  IMPLEMENTED: 'yes',
  PARTIAL: 'partial',
  PLANNED: 'planned',
  NOT_IMPLEMENTED: 'no',
  NOT_APPLICABLE: 'not applicable',
};

/** The marks as the table that the import reads. */
const soaOf = (marks: readonly Mark[]) =>
  [
    'reference,implemented',
    ...marks.map(({ clause, status }) => `clause/${clause},${WRITTEN[status]}`),
    '',
  ].join('\r\n');

/** The analysis as a file, made by the service for the scope that is chosen. The list itself goes in the body. */
export async function saveAnalysisOf(marks: readonly Mark[], to: string, address: Address): Promise<Blob> {
  const wish = new URLSearchParams({ to, language: asApi(address.lang) });
  if (address.sector) wish.set('sector', `sector/nis2/${address.sector}`);
  if (address.entityClass) wish.set('entityClass', address.entityClass);
  const response = await fetch(`/import/soa?${wish.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: soaOf(marks),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.blob();
}
