import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';

/** In the header of a SQLite file: whose it is ("Kobl"), and how it is laid out. */
export const APPLICATION_ID = 0x4b6f626c;
/**
 * A file of this format holds nothing but what the seed says, so it may be built anew from the seed at any time.
 * One of a higher format may hold more and is left alone.
 */
export const FORMAT = 1;

/** Where SQLite's file format keeps `user_version` and `application_id`; the header is 100 bytes long. */
const FORMAT_AT = 60;
const APPLICATION_ID_AT = 68;
const HEADER_LENGTH = 100;
const SQLITE = Buffer.from('SQLite format 3\0');

/** The seal stands behind the last page, where SQLite does not look: this mark and the SHA-256 of all before it. */
const SEAL_MARK = Buffer.from('\nKobling seal, SHA-256: ');
const SEAL_LENGTH = SEAL_MARK.length + 32;

/** The file named by DATABASE_FILE cannot be used; says why and what to do. */
export class DatabaseFileError extends Error {
  override name = 'DatabaseFileError';

  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`DATABASE_FILE: ${file} ${problem}`, options);
  }
}

/** Puts the seal behind a finished SQLite file and sees it onto the disk. */
export async function sealFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const content = await handle.readFile();
    await handle.write(Buffer.concat([SEAL_MARK, digestOf(content)]), 0, SEAL_LENGTH, content.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is known of the bytes of a file before anything in them is believed. */
export type Standing =
  | { is: 'whole'; content: Buffer }
  /** Ours, but not as it was sealed. */
  | { is: 'damaged' | 'newer' }
  /** Without a mark of ours. */
  | { is: 'unmarked' };

/** Every byte of a whole file is proven: a single flipped bit anywhere makes it damaged or unmarked. */
export function judge(bytes: Buffer): Standing {
  const hasHeader = bytes.length >= HEADER_LENGTH && bytes.subarray(0, SQLITE.length).equals(SQLITE);
  const isOurs = hasHeader && bytes.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
  const format = isOurs ? bytes.readUInt32BE(FORMAT_AT) : undefined;
  if (format !== undefined && format > FORMAT) return { is: 'newer' };

  const content = bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH));
  const seal = bytes.subarray(content.length);
  const hasSeal = seal.subarray(0, SEAL_MARK.length).equals(SEAL_MARK);
  if (!isOurs && !hasSeal) return { is: 'unmarked' };
  const holds = format === FORMAT && hasSeal && seal.subarray(SEAL_MARK.length).equals(digestOf(content));
  return holds ? { is: 'whole', content } : { is: 'damaged' };
}

/** The bytes of the file; undefined if there is none, or an empty one. */
export async function readDatabaseFile(file: string): Promise<Buffer | undefined> {
  try {
    const found = await stat(file);
    // Opening a pipe or a device would wait for ever.
    if (!found.isFile()) throw new DatabaseFileError(file, 'is not a file. Name a file, or one to be made.');
    const bytes = await readFile(file);
    return bytes.length === 0 ? undefined : bytes;
  } catch (error) {
    if (error instanceof DatabaseFileError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new DatabaseFileError(file, `cannot be read (${String(code)}). Let this user read it.`, {
      cause: error,
    });
  }
}

/** The content of a file that is proven whole. Throws, saying what to do, if it is anything else. */
export async function readWholeFile(file: string): Promise<Buffer> {
  const bytes = await readDatabaseFile(file);
  if (!bytes) throw new DatabaseFileError(file, 'is missing or empty. `npm run seed` builds it.');
  const standing = judge(bytes);
  if (standing.is === 'whole') return standing.content;
  throw standing.is === 'damaged'
    ? new DatabaseFileError(
        file,
        'is damaged: its content is not what was sealed. `npm run seed` builds it anew.',
      )
    : refusalOf(file, standing.is);
}

/** Why a file is neither served nor overwritten. */
export function refusalOf(file: string, standing: 'newer' | 'unmarked'): DatabaseFileError {
  return new DatabaseFileError(
    file,
    standing === 'newer'
      ? 'was written by a newer Kobling, whose format this one does not know. Start that one, or name another file.'
      : 'is not a database of Kobling and is left as it is. Move it away, or name another file.',
  );
}

function digestOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
