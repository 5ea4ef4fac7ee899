import { crc32, inflateRawSync } from 'node:zlib';

/** One file in a zip, unpacked. */
export interface ZipEntry {
  name: string;
  content: Buffer;
}

export interface ZipLimits {
  /** Most bytes of all entries together once unpacked. */
  bytes: number;
  entries: number;
}

/** A zip that is broken, or larger inside than it may be. The message can be shown to whoever sent it. */
export class RefusedZip extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Listed {
  /** Where its record in the central directory begins. */
  at: number;
  name: string;
  flags: number;
  method: number;
  packedBytes: number;
  localAt: number;
}

/**
 * Unpacks a zip within limits. What a zip says of its own sizes is not believed: inflating stops at the limit, so a
 * bomb costs no more than an honest file of the largest size.
 */
export function unpackZip(zip: Buffer, limits: ZipLimits): ZipEntry[] {
  const listed = listEntries(zip);
  if (listed.length > limits.entries) {
    throw new RefusedZip(
      `it holds ${listed.length} files inside, but at most ${limits.entries} are unpacked.`,
    );
  }
  let left = limits.bytes;
  return listed
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => {
      const content = unpackEntry(zip, entry, left, limits.bytes);
      left -= content.length;
      return { name: entry.name, content };
    });
}

/** A zip of the entries as they are, without compression: small, plain, and with nothing in it but these. */
export function storeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const encoded = Buffer.from(name, 'utf8');
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(encoded.length, 26);
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    // Version, flags, method, time, checksum and sizes stand in both headers in the same order.
    local.copy(central, 6, 4, LOCAL_BYTES);
    central.writeUInt32LE(offset, 42);
    locals.push(local, encoded, content);
    centrals.push(central, encoded);
    offset += LOCAL_BYTES + encoded.length + content.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Sets the time of every entry to the midnight that begins a day (`2026-11-25`), in place. */
export function pinTimes(zip: Buffer, day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const stamp = ((year - 1980) << 9) | (month << 5) | date;
  for (const { at, localAt } of listEntries(zip)) {
    zip.writeUInt16LE(0, at + 12);
    zip.writeUInt16LE(stamp, at + 14);
    zip.writeUInt16LE(0, localAt + 10);
    zip.writeUInt16LE(stamp, localAt + 12);
  }
  return zip;
}

function listEntries(zip: Buffer): Listed[] {
  try {
    return readDirectory(zip);
  } catch (error) {
    // Offsets that point outside of the file.
    if (error instanceof RangeError) throw new RefusedZip('it is broken or cut short.');
    throw error;
  }
}

function readDirectory(zip: Buffer): Listed[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const listed: Listed[] = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new RefusedZip('it is broken or cut short.');
    const nameBytes = zip.readUInt16LE(at + 28);
    const localAt = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(localAt) !== LOCAL) throw new RefusedZip('it is broken or cut short.');
    listed.push({
      at,
      name: zip.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      localAt,
    });
    at += CENTRAL_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return listed;
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT);
  for (let at = zip.length - END_BYTES; at >= first; at -= 1) if (zip.readUInt32LE(at) === END) return at;
  throw new RefusedZip('it is no zip file, which an XLSX workbook is inside.');
}

function unpackEntry(zip: Buffer, entry: Listed, left: number, most: number): Buffer {
  if (entry.flags & 1) throw new RefusedZip('it is encrypted. Save it without a password.');
  const start =
    entry.localAt + LOCAL_BYTES + zip.readUInt16LE(entry.localAt + 26) + zip.readUInt16LE(entry.localAt + 28);
  const packed = zip.subarray(start, start + entry.packedBytes);
  const tooLarge = new RefusedZip(`it is larger than ${most} bytes once unpacked.`);
  if (entry.method === STORED) {
    if (packed.length > left) throw tooLarge;
    return packed;
  }
  if (entry.method !== DEFLATED) throw new RefusedZip('it is packed in a way that spreadsheets do not use.');
  if (left <= 0) throw tooLarge;
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge;
    throw new RefusedZip('it is broken or cut short.');
  }
}
