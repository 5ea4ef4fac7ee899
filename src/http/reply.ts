import { randomUUID } from 'node:crypto';
import {
  ServerResponse,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { ErrorCode } from '../shared/errors.js';

/** What an address is, in words that are counted and logged: never the client's own text. */
export type PathKind = 'graphql' | 'page' | 'health' | 'other';

/** What is known of a request when it has been answered; all that is ever logged or counted of one. */
export interface Known {
  /** The caller's own if it is sane, otherwise made here; it is told in the answer. */
  id: string;
  kind: PathKind;
  /** `kept`: the bytes of an earlier answer; `computed`: executed for this request. */
  source?: 'kept' | 'computed';
  /** Only if it is the name of one of the example operations. */
  operation?: string;
  /** What the operation cost, in nodes. */
  nodes?: number;
  /** The codes of the errors in the answer, each once. */
  codes: ErrorCode[];
  /** Bytes of the body that was sent; not known of one that was sent in parts. */
  bytes?: number;
}

type Given = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** Letters, digits and a few signs: what can stand in a log or a header without harm. */
const SANE_ID = /^[\w.:-]{1,64}$/;

/** Node's response, with what is known of the request, and with the headers that every answer carries. */
export class Reply<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  readonly known: Known = { id: '', kind: 'other', codes: [] };
  /** Headers of this answer, whoever writes it. */
  extraHeaders?: OutgoingHttpHeaders;
  /** The one origin that may read the answer, where not all may. */
  private allowedOrigin: string | undefined;
  private isLast: () => boolean = () => false;

  /** `isLast` says, when the answer is written, whether the connection shall end with it. */
  begin(kind: PathKind, origins: readonly string[], isLast: () => boolean): void {
    const { 'x-request-id': given, origin = '' } = this.req.headers;
    this.known.kind = kind;
    this.known.id = typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
    if (!origins.includes('*')) this.allowedOrigin = origins.includes(origin) ? origin : origins[0];
    this.isLast = isLast;
  }

  /** Headers are added here, so that no way of answering can forget them, and not before: Node is slower then. */
  override writeHead(status: number, first?: string | Given, second?: Given): this {
    // Nobody here gives them as a list.
    const given = (typeof first === 'object' ? first : second) as OutgoingHttpHeaders | undefined;
    const headers: OutgoingHttpHeaders = { ...given, 'x-request-id': this.known.id };
    if (this.extraHeaders) Object.assign(headers, this.extraHeaders);
    if (this.isLast()) headers.connection = 'close';
    if (this.allowedOrigin !== undefined) {
      headers['access-control-allow-origin'] = this.allowedOrigin;
      headers.vary = headers.vary === undefined ? 'origin' : `${String(headers.vary)}, origin`;
    }
    if (headers['content-length'] !== undefined) this.known.bytes = Number(headers['content-length']);
    return super.writeHead(status, headers);
  }
}

/** Notes the code of an error that is answered outside GraphQL. */
export function noteCode(response: ServerResponse, code: ErrorCode): void {
  if (response instanceof Reply) response.known.codes.push(code);
}
