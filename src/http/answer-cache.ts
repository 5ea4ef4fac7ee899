import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A finished answer: what is sent, ready to be sent again. */
export interface KeptAnswer {
  contentType: string;
  body: Buffer;
  /** See `etagOf`. */
  etag?: string;
  gzip?: Buffer;
  brotli?: Buffer;
  /** Whether the compressed forms are being made, or are not worth it. */
  compressing: boolean;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** Below this a compressed answer saves no packet. */
const WORTH_COMPRESSING = 1_400;
/** Strangers choose the text of operations: an answer larger than this would push out too many others. */
const LARGEST_KEPT = 8 * 1024 * 1024;
/** From here on an answer is kept when it is asked for the second time: keeping each costs a quarter of making it. */
const KEPT_IF_ASKED_TWICE = 64 * 1024;
const MOST_ASKED_ONCE = 1_000;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/**
 * Finished answers of one release by the request that asked for them. Everything Kobling answers follows from the
 * release and the request, so an exact repeat is answered with the same bytes; a new release starts with an empty
 * cache. Bounded by bytes, keys included; the compressed forms are made once, when an answer is asked for again.
 */
export class AnswerCache {
  private readonly kept = new LRUCache<string, KeptAnswer>({
    maxSize: MOST_BYTES,
    maxEntrySize: LARGEST_KEPT,
    sizeCalculation: sizeOf,
  });

  /** Requests whose answer was too large to be kept at once. */
  private readonly askedOnce = new LRUCache<string, true>({
    max: MOST_ASKED_ONCE,
    maxSize: MOST_BYTES / 16,
    sizeCalculation: (_, key) => 2 * key.length,
  });

  find(key: string): KeptAnswer | undefined {
    const answer = this.kept.get(key);
    if (answer && !answer.compressing) {
      answer.compressing = true;
      // Without a compressed form the plain one goes on being sent.
      if (answer.body.length >= WORTH_COMPRESSING) this.compress(key, answer).catch(() => undefined);
    }
    return answer;
  }

  keep(key: string, contentType: string, body: Buffer): KeptAnswer {
    const answer = { contentType, body, compressing: false };
    if (body.length < KEPT_IF_ASKED_TWICE || this.askedOnce.delete(key)) this.kept.set(key, answer);
    else this.askedOnce.set(key, true);
    return answer;
  }

  private async compress(key: string, answer: KeptAnswer): Promise<void> {
    const [zipped, brotli] = await Promise.all([
      toGzip(answer.body),
      toBrotli(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    ]);
    answer.gzip = zipped;
    answer.brotli = brotli;
    // Set anew, so that the bytes of the new forms count.
    if (this.kept.peek(key) === answer) this.kept.set(key, answer, { noUpdateTTL: true });
  }
}

/** Quoted, without the suffix of an encoding. Made when it is asked for: hashing is a good part of a large answer. */
export function etagOf(answer: KeptAnswer): string {
  answer.etag ??= `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)}"`;
  return answer.etag;
}

function sizeOf({ body, gzip: zipped, brotli }: KeptAnswer, key: string): number {
  return 200 + 2 * key.length + body.length + (zipped?.length ?? 0) + (brotli?.length ?? 0);
}
