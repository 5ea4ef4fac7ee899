// Reads and writes workbooks off the main thread, where seconds of work would keep every other request waiting.
// Plain JavaScript, because a worker starts from a file as it is, in the sources as in dist.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';

const TASKS = { read, write };

try {
  parentPort.postMessage({ result: await TASKS[workerData.task](workerData.input) });
} catch (error) {
  parentPort.postMessage({ problem: error.message });
}

/** The cells of the first sheet. */
function read(file) {
  return readSheet(Buffer.from(file));
}

function write(sheets) {
  return writeXlsxFile(sheets.map(toLibrary), { features: [filtersOn(sheets)] }).toBuffer();
}

function toLibrary({ name, header, widths, rows }) {
  const cell = (value, style) =>
    value === null ? null : { value, wrap: true, alignVertical: 'top', ...style };
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      header.map((value) => cell(value, { fontWeight: 'bold' })),
      ...rows.map((row) => row.map((value) => cell(value))),
    ],
  };
}

/** Filters, which the library does not know: the element stands straight behind the cells. */
function filtersOn(sheets) {
  const transform = (xml, _options, { sheetIndex }) => {
    const { header, rows } = sheets[sheetIndex];
    if (rows.length === 0) return xml;
    const range = `A1:${columnName(header.length)}${rows.length + 1}`;
    return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** `1` is A, `27` is AA. */
function columnName(number) {
  const above = Math.floor((number - 1) / 26);
  return (above > 0 ? columnName(above) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}
