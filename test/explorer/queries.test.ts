import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import * as queries from '../../src/explorer/queries.js';
import { costOf, tooCostly } from '../../src/http/query-limits.js';
import { PATHS } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';

const schema = buildSchema(readFileSync(PATHS.sdl, 'utf8'));
/** As many columns as there can be: every edition, and all of them together. */
const EDITIONS = 29;
const { levelsQuery, READ_AT_ONCE, NAMED_AT_ONCE, ...texts } = queries;
const all = Object.entries({ ...texts, LEVELS: levelsQuery(EDITIONS) });

describe('what the explorer asks', () => {
  const kobling = useKobling();

  test.each(all)('%s is valid by the published schema', (_, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  test.each(all)('%s stays within the limits of the service, with the longest lists it sends', (_, text) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    const variables = {
      ids: Array.from({ length: NAMED_AT_ONCE }, () => 'x'),
      references: Array.from({ length: READ_AT_ONCE }, () => 'x'),
    };
    expect(tooCostly(costOf(schema, document, operation, variables))).toBeNull();
  });

  test('has room for a column of every edition and one for all together', () => {
    expect(kobling.release.standards.standards.all.length + 1).toBeLessThanOrEqual(EDITIONS);
  });
});
