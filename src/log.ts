import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './environment.js';
import type { Observer } from './http/observer.js';

export interface LogOptions {
  level: LogLevel;
  format: 'json' | 'plain';
}

/** Lines are written in pieces of this size, or within a second: a write for each would cost more than an answer. */
const PIECE_BYTES = 4_096;
const FLUSH_EVERY_MS = 1_000;
/** What may wait to be written where nobody reads the lines; more are dropped rather than kept in memory. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/** The log: JSON lines for programs, or the messages alone for people. */
export function createLog({ level, format }: LogOptions, destination?: DestinationStream): Logger {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } };
  return pino(options, destination ?? (format === 'plain' ? PLAIN : toStandardOutput()));
}

function toStandardOutput(): DestinationStream {
  return pino.destination({
    fd: 1,
    sync: false,
    minLength: PIECE_BYTES,
    maxLength: MOST_WAITING_BYTES,
    periodicFlush: FLUSH_EVERY_MS,
  });
}

const PLAIN: DestinationStream = {
  write(line) {
    const { level, msg, err, ...more } = JSON.parse(line) as Record<string, unknown> & {
      err?: { stack: string };
    };
    const print = level === 'error' || level === 'warn' ? console.error : console.log;
    print(err ? `${String(msg)} (request ${String(more.request)})\n${err.stack}` : msg);
  },
};

/**
 * One line a request: nothing of what was asked or answered, and not who asked. Addresses that balancers ask every
 * second are told at the level of debugging.
 */
export function createRequestLog(log: Logger, which: 'all' | 'computed'): Observer {
  return {
    ended({ known, statusCode, writableFinished }, { method }, ms) {
      const { id, kind, source, operation, nodes, codes, bytes } = known;
      if (which === 'computed' && source === 'kept') return;
      const line = {
        request: id,
        method,
        path: kind,
        status: statusCode,
        ms: Math.round(ms * 100) / 100,
        bytes,
        source,
        operation,
        nodes,
        codes: codes.length > 0 ? codes : undefined,
        aborted: writableFinished ? undefined : true,
      };
      if (kind === 'health') log.debug(line);
      else log.info(line);
    },
  };
}
