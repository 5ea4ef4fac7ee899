import { createHash } from 'node:crypto';

/** Namespace of URLs in RFC 9562, below which ours stands. */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** Everything Kobling names in formats that want a URI. */
export const URN = 'urn:kobling';

export const urnOf = (id: string) => `${URN}:${id}`;

/** The UUID (version 5) of one of our ids: the same id has the same UUID in every format and release. */
export const uuidOf = (id: string) => uuidV5(urnOf(id), OUR_NAMESPACE);

/** RFC 9562, 5.5: a SHA-1 of namespace and name, with version and variant set. */
export function uuidV5(name: string, namespace: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const OUR_NAMESPACE = uuidV5(URN, URL_NAMESPACE);
