/** Asks once and gives the data; anything but an answer without errors is an error. */
export async function post<T>(url: string, query: string, variables: object = {}): Promise<T> {
  return dataOf<T>(await postBody(url, JSON.stringify({ query, variables })));
}

export async function postBody(url: string, body: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    // As the load is sent: compressed by nobody.
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body,
  });
}

export async function dataOf<T>(response: Response): Promise<T> {
  const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (!response.ok || answer.errors || !answer.data)
    throw new Error(`${response.status}: ${JSON.stringify(answer.errors ?? answer).slice(0, 500)}`);
  return answer.data;
}
