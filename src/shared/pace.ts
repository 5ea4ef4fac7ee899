import { setImmediate as nextTurn } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { ERROR_CODES } from './errors.js';

/** How long one operation may take, in milliseconds. */
export const LONGEST_EXECUTION_MS = 5_000;

/** How long one operation works before others get their turn. */
const SLICE_MS = 20;

/** What a resolver that works for long reaches of a request's context. */
export interface NeedsPace {
  pace: Pace;
}

/**
 * The time of one operation. JavaScript cannot be interrupted, so whatever can work for long asks here: it then
 * ends when the operation has had its time, and lets others have theirs in between.
 */
export class Pace {
  private readonly ends: number;
  private sliceEnds: number;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly longest = LONGEST_EXECUTION_MS) {
    const now = performance.now();
    this.ends = now + longest;
    this.sliceEnds = now + SLICE_MS;
  }

  /** How much time is left, in milliseconds. */
  get left(): number {
    return this.ends - performance.now();
  }

  /** Whether it has worked so long that others should get their turn. */
  get isLong(): boolean {
    return performance.now() > this.sliceEnds;
  }

  /** Throws if the time is over. */
  check(): void {
    if (this.left < 0) throw timedOut(this.longest);
  }

  /** What `work` comes to, or the error if that takes longer than is left: for what waits rather than works. */
  async within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(timedOut(this.longest)), this.left);
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Works when its turn has come. An operation may ask the same under thirty names, and would otherwise work them
   * all off before anyone else is heard.
   */
  turn<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.queue.then(async () => {
      await this.breathe();
      return work();
    });
    this.queue = done.catch(() => undefined);
    return done;
  }

  /** `items.map(work)`, with breath drawn in between. */
  async map<I, O>(items: readonly I[], work: (item: I) => O): Promise<O[]> {
    const results: O[] = [];
    for (const item of items) {
      if (this.isLong) await this.breathe();
      results.push(work(item));
    }
    return results;
  }

  private async breathe(): Promise<void> {
    this.check();
    if (!this.isLong) return;
    await nextTurn();
    this.sliceEnds = performance.now() + SLICE_MS;
  }
}

function timedOut(longest: number): GraphQLError {
  return new GraphQLError(
    `The operation was ended after ${longest / 1_000} seconds. Ask for less at once: fewer fields, smaller pages, shorter lists.`,
    { extensions: { code: ERROR_CODES.EXECUTION_TIMEOUT } },
  );
}
