import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { Language } from '../../src/shared/language.js';
import { writeWorkbook } from '../../src/spreadsheets/workbook.js';
import { implementedOf, readStatement } from '../../src/statement/statement.js';
import { readStatus } from '../../src/statement/status-words.js';
import { useKobling } from '../support/kobling.js';

const seen: unknown[] = [];
const kobling = useKobling({ logError: (error) => seen.push(error) });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Read {
  release: string;
  clauses: {
    row: number;
    reference: string;
    clauseId: string;
    title: string;
    implemented: boolean | null;
    status: string | null;
    remark: string | null;
  }[];
  unreadable: { row: number; cells: string[]; reason: string; suggestions: string[] }[];
  remarks: string[];
}

const post = (body: string | Buffer, query = '', type = 'text/csv') =>
  fetch(new URL(`/import/soa${query}`, kobling.url), {
    method: 'POST',
    headers: { 'content-type': type, connection: 'close' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
async function read(body: string | Buffer, query = '', type = 'text/csv'): Promise<Read> {
  const response = await post(body, query, type);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Read;
}
const shortly = ({ clauses }: Read) =>
  clauses.map(({ row, clauseId, implemented }) => [row, clauseId.replace('clause/', ''), implemented]);

const DANISH = [
  'Kontrol;Titel;Anvendelig;Implementeret',
  'A.5.1;Politikker for informationssikkerhed;Ja;Ja',
  'A.5.19;;Ja;Delvist',
  'A.8.24;;Ja;Påbegyndt',
  'A.7.4;;Nej;',
  'A.8.13;;Ja;Nej',
  'A.8.14;;Ja;',
].join('\r\n');
const READ = [
  [2, 'iso27001-2022/A.5.1', true],
  [3, 'iso27001-2022/A.5.19', false],
  [4, 'iso27001-2022/A.8.24', false],
  [5, 'iso27001-2022/A.7.4', false],
  [6, 'iso27001-2022/A.8.13', false],
  [7, 'iso27001-2022/A.8.14', null],
];

describe('a statement of applicability', () => {
  test('is read in Danish, with semicolons, whatever its encoding', async () => {
    const latin = Buffer.from(DANISH, 'latin1');
    expect(shortly(await read(latin))).toEqual(READ);
    expect(shortly(await read(DANISH))).toEqual(READ);
    expect(shortly(await read(`\uFEFF${DANISH}`))).toEqual(READ);
    const { clauses, release } = await read(latin, '?language=da');
    expect(clauses[1]).toMatchObject({
      title: 'Informationssikkerhed i leverandørforhold',
      status: 'PARTIAL',
    });
    expect(release).toBe(kobling.release.dataset.version);
  });

  test('is read in English, with commas, below a title and with columns in another order', async () => {
    const text = [
      'Statement of Applicability,,,',
      ',,,',
      'Status,Control Title,Control No.,Justification',
      'Implemented,"Policies for information security",A.5.1,"Needed; see policy, 2026"',
      'Planned,Backup,A.8.13,',
      'not applicable,,A.7.4,',
    ].join('\n');
    const { clauses } = await read(text);
    expect(clauses.map(({ row, clauseId, status }) => [row, clauseId, status])).toEqual([
      [4, 'clause/iso27001-2022/A.5.1', 'IMPLEMENTED'],
      [5, 'clause/iso27001-2022/A.8.13', 'PLANNED'],
      [6, 'clause/iso27001-2022/A.7.4', 'NOT_APPLICABLE'],
    ]);
  });

  test('is read as a workbook', async () => {
    const [header = [], ...rows] = DANISH.split('\r\n').map((line) => line.split(';'));
    const book = await writeWorkbook([{ name: 'SoA', header, widths: [10], rows }], '2026-01-01');
    expect(shortly(await read(book, '', XLSX))).toEqual(READ);
  });

  test('loses no row: each that holds anything is a clause or listed with its reason', async () => {
    const lines = [
      'Control,Title,Implemented',
      'A.5.1,,yes',
      'A.5,Organizational controls,',
      ',,',
      '5.1,,yes',
      'A.99.99,,yes',
      'A.8.13,,see Jira',
      ',left open,yes',
      'A.8.13,Clear desk and clear screen,yes',
    ];
    const { clauses, unreadable } = await read(lines.join('\n'));
    expect([...clauses, ...unreadable].map(({ row }) => row).sort()).toEqual([2, 3, 5, 6, 7, 8, 9]);
    const at = (row: number) => unreadable.find((one) => one.row === row);
    expect(at(3)).toMatchObject({ cells: ['A.5', 'Organizational controls', ''] });
    expect(at(3)?.suggestions).toContain('clause/iso27001-2022/A.5.1');
    expect(at(5)?.suggestions).toEqual(
      expect.arrayContaining(['clause/iso27001-2022/5.1', 'clause/iso22301-2019/5.1']),
    );
    expect(at(7)?.reason).toBe('What it says of applicability or implementation is not understood.');
    expect(at(9)?.reason).toBe('Number and title name different clauses.');
    expect(at(9)?.suggestions).toContain('clause/iso27001-2022/A.7.7');
  });

  test('takes no number that is only near for the one that is meant', async () => {
    const { clauses, unreadable } = await read('Control,Implemented\nA.5.1,yes\n42,yes\nA.5.99,yes');
    expect(clauses.map(({ row }) => row)).toEqual([2]);
    expect(unreadable.map(({ reason }) => reason)).toEqual(
      Array<string>(2).fill('It names no clause that is known.'),
    );
  });

  test('of an earlier edition is carried over by the links between editions, with a remark', async () => {
    const { clauses } = await read('Control,Implemented\nA.9.2.1,yes\nISO 27002:2013 12.3.1,yes');
    expect(clauses.map(({ clauseId, remark }) => [clauseId, remark])).toEqual([
      ['clause/iso27001-2022/A.5.16', 'ISO/IEC 27002:2013, 9.2.1 has become ISO/IEC 27001:2022, A.5.16.'],
      ['clause/iso27001-2022/A.8.13', 'ISO/IEC 27002:2013, 12.3.1 has become ISO/IEC 27001:2022, A.8.13.'],
    ]);
  });

  test('may leave out the standard where a title, or the caller, says which', async () => {
    const text = 'Number,Title,Implemented\n5.1,Policies for information security,yes\n5.19,,yes';
    expect((await read(text)).clauses.map(({ clauseId }) => clauseId)).toEqual([
      'clause/iso27001-2022/A.5.1',
      'clause/iso27001-2022/A.5.19',
    ]);
    const bare = await read('Number,Implemented\n5.1,yes', '?standard=iso27002-2022');
    expect(bare.clauses.map(({ clauseId }) => clauseId)).toEqual(['clause/iso27002-2022/5.1']);
  });

  test('from a workbook does not take 5.10 for 5.1 where a cell of numbers lost the zero', async () => {
    const sheet = { name: 'SoA', header: ['Number', 'Title', 'Implemented'], widths: [10] };
    const book = await writeWorkbook(
      [
        {
          ...sheet,
          rows: [
            [5.1, 'Acceptable use of information and other associated assets', 'yes'],
            [5.2, null, 'yes'],
            [5.7, null, 'yes'],
          ],
        },
      ],
      '2026-01-01',
    );
    const { clauses, unreadable } = await read(book, '?standard=iso27002-2022', XLSX);
    expect(clauses.map(({ row, clauseId }) => [row, clauseId])).toEqual([
      [2, 'clause/iso27001-2022/A.5.10'],
      [4, 'clause/iso27002-2022/5.7'],
    ]);
    expect(unreadable.map(({ row }) => row)).toEqual([3]);
  });

  test('without a column on implementation says what that was taken for', async () => {
    const plain = await read('A.5.1\nA.8.13');
    expect(plain.clauses.map(({ implemented }) => implemented)).toEqual([true, true]);
    expect(plain.remarks).toEqual([
      'The file has no column on implementation: every control in it counts as in place.',
    ]);
    const applicable = await read('Control,Applicable\nA.5.1,yes\nA.8.13,no');
    expect(applicable.clauses.map(({ implemented }) => implemented)).toEqual([null, false]);
    expect(applicable.remarks[0]).toContain('nothing counts as in place');
  });
});

describe('the gap analysis of a statement', () => {
  const STATEMENT = 'Control,Implemented\nA.8.24,yes\nA.5.19,partly\nA.99,yes\n"=HYPERLINK(""x"")",yes';

  test('as CSV says the same levels as the API', async () => {
    const response = await post(STATEMENT, '?to=csv&entityClass=essential&next=3');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const rows = parse(await response.text());
    const { data } = await kobling.ask(
      `{ gapAnalysis(input: { implemented: [{ reference: "A.8.24", status: IMPLEMENTED }, { reference: "A.5.19", status: PARTIAL }],
           scope: { entityClass: ESSENTIAL }, next: 3 }) {
           report { obligations { obligation { id } level } } next { clause { id } } } }`,
    );
    const { report, next } = data.gapAnalysis as {
      report: { obligations: { obligation: { id: string }; level: string }[] };
      next: { clause: { id: string } }[];
    };
    const of = (name: string) => rows.filter(([first]) => first === name).slice(1);
    // The first table's heading is the file's header.
    const obligations = rows.slice(1).filter(([first]) => first === 'Obligations');
    expect(obligations.map((row) => [row[1], row[4]])).toEqual(
      report.obligations.map(({ obligation, level }) => [obligation.id, level]),
    );
    expect(obligations.find((row) => row[1] === 'obligation/nis2/21.2.h')?.[4]).toBe('FULL');
    expect(of('Next clauses').map((row) => row[1])).toEqual(next.map(({ clause }) => clause.id));
    expect(of('Not understood')).toHaveLength(2);
    expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  test('is a workbook or Markdown if asked, in Danish too', async () => {
    const book = Buffer.from(await (await post(STATEMENT, '?to=xlsx&language=da')).arrayBuffer());
    const sheets = await readXlsxFile(book);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Pligter',
      'Næste punkter',
      'Læst af filen',
      'Ikke forstået',
      'Om',
    ]);
    const markdown = await (await post('Control,Implemented\nA.8.24,yes\n<b>|x,yes', '?to=md')).text();
    expect(markdown).toContain('| clause/iso27001-2022/A.8.24 |');
    expect(markdown).toContain('\\<b\\>\\|x');
  });

  test('counts a control that several old ones became only if all of them are in place', async () => {
    // 12.4.1, 12.4.2 and 12.4.3 of 2013 all became logging, A.8.15.
    const statusOf = async (last: string) => {
      const rows = [['Control', 'Implemented'], ...['A.12.4.1', 'A.12.4.2'].map((one) => [one, 'yes'])];
      const table = [...rows, ['A.12.4.3', last]];
      const wish = { language: Language.EN, standard: '' };
      return implementedOf(await readStatement(table, wish, kobling.release)).map((one) => ({ ...one }));
    };
    const reference = 'clause/iso27001-2022/A.8.15';
    expect(await statusOf('yes')).toEqual([{ reference, status: 'IMPLEMENTED' }]);
    expect(await statusOf('no')).toEqual([{ reference, status: 'PARTIAL' }]);
    expect(await statusOf('')).toEqual([{ reference, status: 'PARTIAL' }]);
  });
});

describe('what is no statement', () => {
  test.each([
    ['a file of another kind', 'hello', '', 'application/pdf', 415, 'BAD_REQUEST'],
    ['a file without numbers', 'Name,Age\nAnna,7', '', 'text/csv', 400, 'BAD_USER_INPUT'],
    ['an empty file', '', '', 'text/csv', 400, 'BAD_USER_INPUT'],
    ['bytes that are no text', '\0\0\0', '', 'text/csv', 400, 'BAD_USER_INPUT'],
    ['a CSV that says it is a workbook', 'Control\nA.5.1', '', XLSX, 400, 'BAD_USER_INPUT'],
    ['more than a thousand rows', 'A.5.1\n'.repeat(1_001), '', 'text/csv', 400, 'BAD_USER_INPUT'],
    ['more than two mebibytes', 'x'.repeat(2_200_000), '', 'text/csv', 413, 'PAYLOAD_TOO_LARGE'],
    ['an unknown parameter', 'A.5.1', '?langauge=da', 'text/csv', 400, 'BAD_USER_INPUT'],
    ['an unknown kind of answer', 'A.5.1', '?to=pdf', 'text/csv', 400, 'BAD_USER_INPUT'],
    ['an unknown sector', 'A.5.1', '?to=md&sector=nis2/I.99', 'text/csv', 400, 'BAD_USER_INPUT'],
  ])('is refused: %s', async (_name, body, query, type, status, code) => {
    const response = await post(body, query, type);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
    expect(seen).toEqual([]);
  });

  test('is not read from a GET, and a page may ask first whether it may post', async () => {
    const url = new URL('/import/soa', kobling.url);
    expect((await fetch(url)).status).toBe(405);
    const preflight = await fetch(url, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('content-type'),
    ]);
  });
});

test.each([
  ['Ja', 'IMPLEMENTED'],
  [' fuldt  implementeret. ', 'IMPLEMENTED'],
  ['75 %', 'PARTIAL'],
  ['0%', 'NOT_IMPLEMENTED'],
  [0.5, 'PARTIAL'],
  ['N/A', 'NOT_APPLICABLE'],
  ['', null],
  ['ask Bob', undefined],
])('the status %p is %p', (cell, status) => {
  expect(readStatus(cell)).toBe(status);
});
