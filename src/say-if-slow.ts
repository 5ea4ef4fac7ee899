const PATIENCE_MS = 1_000;

/** Does the work, and says what is going on, on standard error, if it takes longer than a second. */
export async function sayIfSlow<T>(what: string, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => console.error(what), PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
