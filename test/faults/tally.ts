import { availableParallelism, loadavg } from 'node:os';

/** One line of the table: how often a fault was tried, and how often Kobling came through it. */
export interface Outcome {
  fault: string;
  tried: number;
  survived: number;
}

/** Counts the tries of one fault and tells how it is getting on; a try that throws says what did not survive. */
export class Tally {
  private tried = 0;
  private survived = 0;
  private toldAt = Date.now();

  constructor(
    private readonly fault: string,
    private readonly planned: number,
  ) {
    console.error(`${fault} ...`);
  }

  async try(what: string, work: () => Promise<void>): Promise<void> {
    this.tried += 1;
    try {
      await work();
      this.survived += 1;
    } catch (error) {
      console.error(`  did not survive: ${what}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (Date.now() - this.toldAt < 10_000) return;
    this.toldAt = Date.now();
    console.error(`  ${this.fault}: ${this.tried} of ${this.planned}`);
  }

  get outcome(): Outcome {
    return { fault: this.fault, tried: this.tried, survived: this.survived };
  }
}

export const printOutcome = ({ fault, tried, survived }: Outcome) => `${fault} | ${tried} | ${survived}`;

/** Reads back a line that `printOutcome` printed. */
export function readOutcome(line: string): Outcome | undefined {
  const [, fault, tried, survived] = /^(.+) \| (\d+) \| (\d+)$/.exec(line) ?? [];
  return fault === undefined ? undefined : { fault, tried: Number(tried), survived: Number(survived) };
}

/** Numbers between 0 and 1 that are the same again from the same seed (the generator of Park and Miller). */
export function createRandom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/**
 * A bar of so many seconds, in milliseconds. It is meant for a machine that has a core to spare; on a busier one it
 * is stretched by how many wait for each core, and the run says so.
 */
export function withinSeconds(bar: number): number {
  const waiting = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
  if (waiting >= 2)
    console.error(`  the machine is busy: ${bar} s are taken as ${(bar * waiting).toFixed(1)} s`);
  return bar * 1_000 * waiting;
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
