import { setImmediate } from 'node:timers/promises';

/** How long work may go on before others get a turn. */
const TURN_MS = 15;

/** For long work on the main thread: awaited between its steps, it lets others in whenever a turn is over. */
export function createTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await setImmediate();
    began = performance.now();
  };
}
