import { Worker } from 'node:worker_threads';
import { plainCell, type CellValue } from './csv.js';
import { pinTimes, RefusedZip, storeZip, unpackZip } from './zip.js';

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  header: readonly string[];
  /** Width of each column in characters. */
  widths: readonly number[];
  rows: readonly (readonly CellValue[])[];
}

/** A file that cannot be read as a workbook. The message can be shown to whoever sent it. */
export class UnreadableWorkbook extends Error {}

/** An honest workbook of a few thousand rows, styles included, is a tenth of this. */
const LARGEST_UNPACKED = 16 * 1024 * 1024;
const MOST_FILES = 200;
/** A file may ask for more than it holds, such as a million columns: then the worker ends, and nothing else. */
const WORKER_MEGABYTES = 256;
const READ_WITHIN_MS = 10_000;

/**
 * An XLSX workbook: header rows frozen and with filters, texts as texts. The same sheets give the same bytes: the
 * library writes the time of day into the zip, so that is set to the given day afterwards.
 */
export async function writeWorkbook(sheets: readonly Sheet[], day: string): Promise<Buffer> {
  const plain = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(plainCell)) }));
  const written = await runWorker<Uint8Array>('write', plain);
  return pinTimes(Buffer.from(written), day);
}

/**
 * The cells of the first sheet. Packed anew before it is read: what is handed on is only what was unpacked within the
 * limits, whatever else the file says it holds.
 */
export async function readWorkbook(file: Buffer): Promise<unknown[][]> {
  try {
    const entries = unpackZip(file, { bytes: LARGEST_UNPACKED, entries: MOST_FILES });
    return await runWorker<unknown[][]>('read', storeZip(entries), READ_WITHIN_MS);
  } catch (error) {
    if (error instanceof RefusedZip)
      throw new UnreadableWorkbook(`The workbook cannot be read: ${error.message}`);
    if (error instanceof WorkerProblem) {
      throw new UnreadableWorkbook(
        'The workbook cannot be read: its first sheet is broken or far too large.',
      );
    }
    throw error;
  }
}

class WorkerProblem extends Error {}

function runWorker<T>(task: 'read' | 'write', input: unknown, withinMs?: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./xlsx.worker.mjs', import.meta.url), {
      workerData: { task, input },
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
    });
    const timer =
      withinMs === undefined
        ? undefined
        : setTimeout(() => {
            void worker.terminate();
            reject(new WorkerProblem(`took longer than ${withinMs} ms`));
          }, withinMs);
    worker.once('message', ({ result, problem }: { result?: T; problem?: string }) => {
      if (problem === undefined) resolve(result as T);
      else reject(new WorkerProblem(problem));
    });
    worker.once('error', (error) => reject(new WorkerProblem(error.message)));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new WorkerProblem('ended without an answer'));
    });
  });
}
