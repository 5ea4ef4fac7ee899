import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addMarks,
  MOST_MARKS,
  readMarks,
  readPasted,
  readStatus,
  STATUSES,
  writeMarks,
  type Mark,
} from '../../src/explorer/gaps/marks.js';

const inPlace = (reference: string) => ({ reference, status: 'IMPLEMENTED' });

describe('a pasted list', () => {
  test('is one reference to a line, blank lines aside', () => {
    expect(readPasted('A.5.1\r\n\n  27001 A.8.13 \n')).toEqual({
      lines: [inPlace('A.5.1'), inPlace('27001 A.8.13')],
      unclear: [],
    });
  });

  test('takes a status behind a semicolon or tab, in English and Danish', () => {
    const { lines } = readPasted(
      'A.5.1; partial\nA.5.2\tdelvist\nA.5.3;Policies;No\nA.5.4\tFravalgt\nA.5.5; planlagt',
    );
    expect(lines.map(({ status }) => status)).toEqual([
      'PARTIAL',
      'PARTIAL',
      'NOT_IMPLEMENTED',
      'NOT_APPLICABLE',
      'PLANNED',
    ]);
  });

  test('asks about a word that is no status where other lines have one, and guesses nothing', () => {
    expect(readPasted('A.5.1; yes\nA.5.2; in progress\nA.5.3')).toEqual({
      lines: [inPlace('A.5.1'), inPlace('A.5.3')],
      unclear: ['A.5.2; in progress'],
    });
  });

  test('takes a second column of titles for what it is where no line has a status', () => {
    expect(readPasted('A.5.1\tPolicies\nA.5.2\tRoles').lines).toEqual([inPlace('A.5.1'), inPlace('A.5.2')]);
  });

  test('knows every status by the words that the page shows', () => {
    expect(['In place', 'På plads', 'PARTLY IN PLACE', 'Not applicable'].map(readStatus)).toEqual([
      'IMPLEMENTED',
      'IMPLEMENTED',
      'PARTIAL',
      'NOT_APPLICABLE',
    ]);
    expect(readStatus('perhaps')).toBeUndefined();
  });
});

describe('marks', () => {
  const marks = fc.uniqueArray(
    fc.record({
      clause: fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }))
        .map(([a, b]) => `std-1/A.${a}.${b}`),
      status: fc.constantFrom(...STATUSES),
    }),
    { selector: ({ clause }) => clause, maxLength: 60 },
  );

  test('come back from a shared link as they were', () => {
    fc.assert(
      fc.property(marks, (list: Mark[]) => {
        expect(readMarks(writeMarks(list))).toEqual(list);
      }),
    );
  });

  test('leave out what a link says that is no mark', () => {
    expect(readMarks('std/A.1:i,nonsense,std/A.2:q,<script>:i,std/A.3:p')).toEqual([
      { clause: 'std/A.1', status: 'IMPLEMENTED' },
      { clause: 'std/A.3', status: 'PARTIAL' },
    ]);
  });

  test('take the later word on a clause, and no more than the service reads', () => {
    const first: Mark = { clause: 'std/A.1', status: 'PLANNED' };
    expect(addMarks([first], [{ ...first, status: 'IMPLEMENTED' }])).toEqual([
      { ...first, status: 'IMPLEMENTED' },
    ]);
    const many = Array.from({ length: MOST_MARKS + 5 }, (_, n): Mark => ({
      clause: `std/${n}`,
      status: 'PARTIAL',
    }));
    expect(addMarks([], many)).toHaveLength(MOST_MARKS);
  });
});
