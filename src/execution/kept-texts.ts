import type { JsonText } from './json-text.js';

const MOST_BYTES = 48 * 1024 * 1024;
/** What an entry costs beside its text. */
const PER_TEXT = 80;

export type Texts = WeakMap<object, JsonText>;

/**
 * What frozen objects answered, by what was asked of them. Strangers choose what is asked, so when the bound is
 * reached everything is forgotten: simple, and what is asked often is back soon. What is known of the objects of a
 * release goes with them.
 */
export class KeptTexts {
  private tables = new Map<string, Texts>();
  private bytes = 0;

  constructor(private readonly most = MOST_BYTES) {}

  get size(): number {
    return this.bytes;
  }

  /** The texts for one question; `question` must name everything that they depend on beside the object. */
  on(question: string): Texts {
    let texts = this.tables.get(question);
    if (!texts) {
      texts = new WeakMap();
      this.tables.set(question, texts);
      this.count(PER_TEXT + 2 * question.length);
    }
    return texts;
  }

  keep(texts: Texts, object: object, text: JsonText): void {
    texts.set(object, text);
    this.count(PER_TEXT + text.length);
  }

  private count(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes <= this.most) return;
    this.tables = new Map();
    this.bytes = 0;
  }
}
