import { useEffect, useState } from 'preact/hooks';
import { ask } from './api.js';

export interface Answered<Data> {
  data?: Data;
  error?: string;
  loading: boolean;
}

/**
 * Asks whenever query or variables change; without variables nothing is asked. While a newer answer is on its way,
 * `keep` goes on showing the older one so that nothing jumps: only for what cannot be mistaken for the newer one.
 */
export function useAnswer<Data>(
  query: string,
  variables: Record<string, unknown> | null,
  { keep = true } = {},
): Answered<Data> {
  const key = variables && JSON.stringify([query, variables]);
  const [answered, setAnswered] = useState<Answered<Data> & { key: string | null }>({
    key: null,
    loading: true,
  });
  useEffect(() => {
    if (!variables) {
      setAnswered({ key: null, loading: false });
      return;
    }
    let current = true;
    ask<Data>(query, variables).then(
      (data) => current && setAnswered({ key, data, loading: false }),
      (error: unknown) =>
        current &&
        setAnswered({ key, error: error instanceof Error ? error.message : String(error), loading: false }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  if (answered.key === key) return answered;
  return { data: keep && variables ? answered.data : undefined, loading: true };
}
