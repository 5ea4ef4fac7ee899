import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { csvOf } from '../../src/spreadsheets/csv.js';
import { useKobling } from '../support/kobling.js';
import { bytesOf, textOf } from './ask.js';

const kobling = useKobling();

const OLIR = [
  'Focal Document Element',
  'Focal Document Element Description',
  'Security Control Baseline',
  'Rationale',
  'Relationship',
  'Reference Document Element',
  'Reference Document Element Description',
  'Comments',
  'Strength of Relationship',
];
const WORDS: Record<string, string> = {
  equal: 'EQUAL',
  'subset of': 'SUBSET_OF',
  'superset of': 'SUPERSET_OF',
  'intersects with': 'INTERSECTS_WITH',
  'not related to': 'NO_RELATIONSHIP',
};
const FORMULA = /^[=+\-@\t\r]/;

const edgesOf = (rows: Record<string, unknown>[]) =>
  rows.map((row) => ({
    id: row['Mapping ID'],
    obligation: row['Focal Document Element'],
    clause: row['Reference Document Element'],
    relationship: WORDS[String(row.Relationship)],
    strength: Number(row['Strength of Relationship']),
    rationale: row.Comments,
    gap: row.Gap === '' ? null : row.Gap,
    confidence: row.Confidence,
    status: row.Status,
    derivation: row.Derivation,
  }));

const heldEdges = () =>
  kobling.release.mappings.mappings.all.map((edge) => ({
    id: edge.id,
    obligation: edge.obligationId,
    clause: edge.clauseId,
    relationship: edge.relationship,
    strength: edge.strength,
    rationale: edge.rationaleText.en,
    gap: edge.gapText?.en ?? null,
    confidence: edge.confidence,
    status: edge.status,
    derivation: edge.derivation,
  }));

const readCsv = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });

describe('mappings as CSV', () => {
  test('read back give the same edges', async () => {
    const text = await textOf(kobling, 'mappings.csv');
    expect(text.split('\r\n')[0]?.split(',').slice(0, OLIR.length)).toEqual(OLIR);
    expect(edgesOf(readCsv(text))).toEqual(heldEdges());
  });

  test('say in each row which release it is, under which licence, and what it is not', async () => {
    const [row] = readCsv(await textOf(kobling, 'mappings.csv?measure=nis2/21.2.h'));
    const { version, licence, disclaimerText } = kobling.release.dataset;
    expect([row?.Release, row?.Licence, row?.Disclaimer]).toEqual([version, licence, disclaimerText.en]);
  });

  test('hold no cell that a spreadsheet would run', async () => {
    const cells = parse(await textOf(kobling, 'mappings.csv?language=da')).flat();
    expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
    const [, dangerous] = csvOf(['x'], [['=1+1'], ['@SUM(A1)']]);
    expect(dangerous).toBe("'=1+1\r\n");
  });

  test('begin with a mark for Excel only if asked', async () => {
    const start = (bytes: Buffer) => bytes.subarray(0, 3).toString('hex');
    expect(start(await bytesOf(kobling, 'mappings.csv?measure=nis2/21.2.h&bom=true'))).toBe('efbbbf');
    expect(start(await bytesOf(kobling, 'mappings.csv?measure=nis2/21.2.h'))).not.toBe('efbbbf');
  });

  test('are narrowed by standard, measure and sector together', async () => {
    const query = 'standard=iso27001-2022,iso27019-2024&measure=measure/nis2/21.2.i&sector=nis2/I.1';
    const edges = edgesOf(readCsv(await textOf(kobling, `mappings.csv?${query}`)));
    const { data } = await kobling.ask(
      `{ mappings(first: 100, filter: { standards: ["standard/iso27001-2022", "standard/iso27019-2024"],
          measures: ["measure/nis2/21.2.i"], sectors: ["sector/nis2/I.1"] }) { totalCount nodes { id } } }`,
    );
    expect(edges).toHaveLength(data.mappings.totalCount);
    expect(edges.slice(0, 100).map(({ id }) => id)).toEqual(
      (data.mappings.nodes as { id: string }[]).map(({ id }) => id),
    );
  });
});

describe('mappings as a workbook', () => {
  test('read back give the same edges, on one sheet for each standard and one about the release', async () => {
    const sheets = await readXlsxFile(await bytesOf(kobling, 'mappings.xlsx'));
    expect(sheets.at(-1)?.sheet).toBe('About the release');
    const about = Object.fromEntries(sheets.at(-1)?.data.slice(1) ?? []);
    expect(about).toMatchObject({
      release: kobling.release.dataset.version,
      checksum: kobling.release.dataset.checksum,
    });
    const rows = sheets.slice(0, -1).flatMap(({ sheet, data: [header = [], ...cells] }) =>
      cells.map((row) => {
        const record = Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? '']));
        expect(String(record['Reference Document Element'])).toContain(`clause/${sheet}/`);
        return record;
      }),
    );
    const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
    expect(edgesOf(rows).sort(byId)).toEqual(heldEdges().sort(byId));
  });
});
