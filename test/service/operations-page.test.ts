import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VARIABLES } from '../../src/environment.js';
import { MOST_TOKENS } from '../../src/graphql-layer.js';
import { QUERY_LIMITS } from '../../src/http/query-limits.js';
import { LARGEST_BODY_BYTES } from '../../src/http/read-body.js';
import { ROOT } from '../../src/paths.js';
import { ARRIVAL_LIMITS } from '../../src/server.js';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from '../../src/shared/connections.js';
import { MOST_VALUES } from '../../src/http/answer-meter.js';
import { LONGEST_LIST } from '../../src/http/list-limits.js';
import { LONGEST_EXECUTION_MS } from '../../src/shared/pace.js';

const page = readFileSync(path.join(ROOT, 'docs', 'operations.md'), 'utf8');

/** The rows of the table whose first column has this title. */
function tableOf(title: string): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\| ${title} +\\|`).test(line));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const inThousands = (amount: number) => amount.toLocaleString('en-GB');

describe('docs/operations.md', () => {
  test('has every variable of the environment, with its default and its meaning', () => {
    const defaults = (value: unknown) => {
      const text = Array.isArray(value)
        ? value.join(',')
        : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : '';
      return text === '' ? '' : `\`${text}\``;
    };
    expect(tableOf('variable')).toEqual(
      Object.entries(VARIABLES).map(([name, variable]) => [
        `\`${name}\``,
        defaults((variable as { default?: unknown }).default),
        (variable as { desc?: string }).desc,
      ]),
    );
  });

  test('publishes the limits that hold', () => {
    expect(tableOf('limit')).toEqual([
      ['levels of an operation', inThousands(QUERY_LIMITS.depth)],
      ['aliases in a document', inThousands(QUERY_LIMITS.aliases)],
      ['nodes that an operation may ask for', inThousands(QUERY_LIMITS.nodes)],
      ['tokens of a document', inThousands(MOST_TOKENS)],
      ['page size', `${DEFAULT_PAGE_SIZE} by default, ${LARGEST_PAGE_SIZE} at most`],
      ['items of a list, in a variable or in the document', inThousands(LONGEST_LIST)],
      ['values that an answer may hold', inThousands(MOST_VALUES)],
      ['body of a request', `${inThousands(LARGEST_BODY_BYTES)} bytes`],
      ['time for headers to arrive', `${ARRIVAL_LIMITS.headers / 1_000} s`],
      ['time for a request to arrive', `${ARRIVAL_LIMITS.request / 1_000} s`],
      ['time for an operation', `${LONGEST_EXECUTION_MS / 1_000} s`],
    ]);
  });
});
