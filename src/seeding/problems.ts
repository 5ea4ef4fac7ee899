/** Something wrong in a seed file, said so that the person who wrote it can mend it. */
export interface Problem {
  /** Path of the file, `seed/mappings/nis2--iso27001-2022.json`. */
  file: string;
  /** The record in it, or an empty string for the file as a whole. */
  record: string;
  /** What is wrong, and what would be right. */
  message: string;
}

export function printProblem({ file, record, message }: Problem): string {
  return `${file}${record && `#${record}`}: ${message}`;
}

/** All problems at once: nobody wants to find them one run at a time. */
export class SeedError extends Error {
  override name = 'SeedError';

  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The seed has ${count}; nothing was written.\n${problems.map(printProblem).join('\n')}`);
  }
}
