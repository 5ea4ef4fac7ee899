import { Unusual } from './run.js';

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** Promises are awaited at the root of an operation only; elsewhere, as an error that is returned, they are unusual. */
export function refuseUnusual(value: unknown): void {
  if (value instanceof Error) throw new Unusual('An error for a value.');
  if (!isPromise(value)) return;
  leaveAlone([value]);
  throw new Unusual('A promise below the root.');
}

/** Nobody waits for these any more: what they reject with must not end the process. */
export function leaveAlone(values: readonly unknown[]): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, () => undefined);
}
