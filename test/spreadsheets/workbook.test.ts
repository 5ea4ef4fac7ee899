import { describe, expect, test } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { readWorkbook, UnreadableWorkbook, writeWorkbook } from '../../src/spreadsheets/workbook.js';
import { RefusedZip, storeZip, unpackZip, type ZipEntry } from '../../src/spreadsheets/zip.js';

const SHEET = {
  name: 'one',
  header: ['a', 'b'],
  widths: [10, 10],
  rows: [
    ['x', 1],
    ['=1+1', null],
  ],
};
const DAY = '2026-11-25';
const LIMITS = { bytes: 16 * 1024 * 1024, entries: 200 };

/** A workbook with one of its files replaced. */
async function withFile(name: string, edit: (text: string) => string): Promise<Buffer> {
  const entries = unpackZip(await writeWorkbook([SHEET], DAY), LIMITS);
  return storeZip(
    entries.map((entry): ZipEntry =>
      entry.name === name ? { name, content: Buffer.from(edit(entry.content.toString())) } : entry,
    ),
  );
}

describe('a workbook', () => {
  test('has the same bytes whenever it is written', async () => {
    const first = await writeWorkbook([SHEET], DAY);
    // The time in a zip goes in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await writeWorkbook([SHEET], DAY)).equals(first)).toBe(true);
    expect((await writeWorkbook([SHEET], '2026-11-26')).equals(first)).toBe(false);
  });

  test('has its header frozen, filters on it, and no cell that runs', async () => {
    const entries = unpackZip(await writeWorkbook([SHEET], DAY), LIMITS);
    const xml = entries.find(({ name }) => name.includes('worksheets/sheet'))?.content.toString() ?? '';
    expect(xml).toMatch(/<pane [^>]*state="frozen"/);
    expect(xml).toContain('</sheetData><autoFilter ref="A1:B3"/>');
    expect(xml).not.toContain('<f>');
    expect(await readWorkbook(await writeWorkbook([SHEET], DAY))).toEqual([
      ['a', 'b'],
      ['x', 1],
      ["'=1+1", null],
    ]);
  });
});

describe('a workbook from a stranger', () => {
  test('is not unpacked beyond its limit, whatever it says of its size', async () => {
    const bomb = bombOf(64 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => unpackZip(bomb, LIMITS)).toThrow(RefusedZip);
    await expect(readWorkbook(bomb)).rejects.toThrow(UnreadableWorkbook);
    expect(unpackZip(bombOf(1024), LIMITS)[0]?.content).toHaveLength(1024);
  });

  test('with a cell in the last corner of a million rows ends the worker and nothing else', async () => {
    const vast = await withFile('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        `${Array.from({ length: 2000 }, (_, index) => `<row r="${1_000_000 + index}"><c r="XFD${1_000_000 + index}"><v>1</v></c></row>`).join('')}</sheetData>`,
      ),
    );
    await expect(readWorkbook(vast)).rejects.toThrow(/broken or far too large/);
    expect(await readWorkbook(await writeWorkbook([SHEET], DAY))).toHaveLength(3);
  });

  test.each([
    ['no zip at all', () => Buffer.from('hello')],
    ['an empty file', () => Buffer.alloc(0)],
    ['half a workbook', async () => (await writeWorkbook([SHEET], DAY)).subarray(0, 2000)],
    ['a zip of something else', () => storeZip([{ name: 'a.txt', content: Buffer.from('a') }])],
    ['broken XML', () => withFile('xl/worksheets/sheet1.xml', () => '<worksheet><sheetData><row')],
  ])('that is %s is refused with a reason', async (_name, make) => {
    await expect(Promise.resolve(make()).then(readWorkbook)).rejects.toThrow(UnreadableWorkbook);
  });
});

/** A zip whose one file is far larger than the zip, and which says that it has ten bytes. */
function bombOf(bytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes));
  const zip = storeZip([{ name: 'xl/workbook.xml', content: packed }]);
  const central = zip.length - 22 - 46 - 'xl/workbook.xml'.length;
  for (const [method, size] of [
    [8, 22],
    [central + 10, central + 24],
  ] as const) {
    zip.writeUInt16LE(8, method);
    zip.writeUInt32LE(10, size);
  }
  return zip;
}
