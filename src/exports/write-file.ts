import { createTurns } from '../shared/turns.js';
import type { ExportRelease } from './export-release.js';
import type { ExportFile } from './export-index.js';
import { readWish } from './wish.js';

/** A file piece by piece. Others get a turn between the pieces, so that a large export never keeps them waiting. */
export async function* writeFile(
  { format, subject }: ExportFile,
  parameters: URLSearchParams,
  release: ExportRelease,
): AsyncGenerator<Buffer> {
  const pieces = format.write(release, readWish(parameters, format.filters, release), subject);
  if (pieces instanceof Promise) {
    yield await pieces;
    return;
  }
  const turn = createTurns();
  for (const piece of pieces) {
    yield Buffer.from(piece);
    await turn();
  }
}
