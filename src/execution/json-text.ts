/**
 * A piece of JSON as it goes over the wire: each character stands for one byte of its UTF-8. Such text joins like any
 * other, V8 keeps it with one byte a character, and a whole answer becomes bytes by copying, not by encoding.
 */
export type JsonText = string;

export const NULL: JsonText = 'null';

/** Anything but the characters that are the same in JSON, in UTF-8 and here. */
const NEEDS_WORK = /[^\x20\x21\x23-\x5b\x5d-\x7e]/;

/** The JSON of a string. */
export function quote(text: string): JsonText {
  return NEEDS_WORK.test(text) ? toJsonText(JSON.stringify(text)) : `"${text}"`;
}

/** JSON that may hold any character, in bytes. */
export function toJsonText(json: string): JsonText {
  return Buffer.from(json, 'utf8').toString('latin1');
}

export function toBytes(text: JsonText): Buffer {
  return Buffer.from(text, 'latin1');
}

/** Joined text is a tree of its parts; what is kept is better kept in one piece. */
export function toOnePiece(text: JsonText): JsonText {
  return toBytes(text).toString('latin1');
}
