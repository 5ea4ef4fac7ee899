import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/** A server that does not answer, with the reason in words for the operator. */
export class ServerUnavailable extends Error {
  override name = 'ServerUnavailable';

  constructor(
    readonly reason: string,
    /** It was waited for in vain, and the next one would wait too; otherwise it said no at once. */
    readonly hangs: boolean,
  ) {
    super(reason);
  }
}

/**
 * SQLSTATEs of a server that is not there for us: connection, authorization, resources, shutdown, system errors, and
 * a standby that had to drop a query.
 */
const NOT_THERE = /^(08|28|53|57P|58|3D000|3F000|42P01|40001)/;
/** No such schema or table: a standby that is behind, or a primary on which the release was dropped. */
const NO_SUCH_RELEASE = /^(3F000|42P01)/;

/** What the driver says, without a code, of a connection that is gone. */
const GONE = /terminated|not queryable|timeout|ending|not connected/i;

/** Undefined if the server did answer, with an error of our making. */
export function unavailabilityOf(error: unknown): ServerUnavailable | undefined {
  if (error instanceof QueryRunnerAlreadyReleasedError)
    return new ServerUnavailable('the connection broke', false);
  const cause = (error instanceof QueryFailedError ? error.driverError : error) as NodeJS.ErrnoException;
  const { code, message } = cause;
  const isGone = code === undefined ? GONE.test(message) : NOT_THERE.test(code) || /^E[A-Z]+$/.test(code);
  if (!isGone) return undefined;
  if (code !== undefined && NO_SUCH_RELEASE.test(code))
    return new ServerUnavailable('it does not hold the release', false);
  return new ServerUnavailable(message || (code ?? ''), /timeout/i.test(message));
}
