/** The one address this page asks: the public API of the service that it came from. */
const ADDRESS = '/graphql';
/** Answers kept in the page, so that going back is instant. */
const MOST_KEPT = 60;

interface GraphqlAnswer<Data> {
  data?: Data | null;
  errors?: { message: string }[];
}

/** What the service refused, in its own words. */
export class AskError extends Error {}

const kept = new Map<string, Promise<unknown>>();

/** Asks the public API. An exact repeat is not asked again; a failure is not kept. */
export function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  const key = JSON.stringify([query, variables]);
  const known = kept.get(key);
  if (known) return known as Promise<Data>;
  const answer = post<Data>(query, variables);
  kept.set(key, answer);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  answer.catch(() => kept.delete(key));
  return answer;
}

async function post<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as GraphqlAnswer<Data>;
  if (errors?.length) throw new AskError(errors.map(({ message }) => message).join(' '));
  if (!data) throw new AskError(`HTTP ${response.status}`);
  return data;
}
