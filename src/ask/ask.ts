import type { FormattedExecutionResult } from 'graphql';
import type { Language } from '../shared/language.js';
import type { Answer } from './print-answer.js';
import { QUESTION, STANDARDS } from './question.js';

interface Current {
  standards: { id: string; supersededBy: object[] }[];
  dataset: { version: string; disclaimer: string };
}

/** Asks what a reference means, and what the current editions cover of it. Throws what the API refuses. */
export async function ask(
  reference: string,
  language: Language,
  execute: (query: string, variables: Record<string, unknown>) => Promise<FormattedExecutionResult>,
): Promise<Answer> {
  const { standards, dataset } = dataOf(await execute(STANDARDS, { language })) as unknown as Current;
  const current = standards.filter(({ supersededBy }) => supersededBy.length === 0).map(({ id }) => id);
  const answer = dataOf(await execute(QUESTION, { reference, language, standards: current }));
  return { dataset, ...(answer as unknown as Omit<Answer, 'dataset'>) };
}

function dataOf({ data, errors }: FormattedExecutionResult): Record<string, unknown> {
  if (errors || !data) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  return data;
}
