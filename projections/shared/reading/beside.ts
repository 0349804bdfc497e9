import type { ReadSnapshot, View } from '@tenure/read-store';

/**
 * Documents of another view during a scan: asked for in ascending order of key, each at most once, they are read in one pass, whatever the
 * number of customers.
 */
export class Beside<Document> {
  readonly #chunks: AsyncIterator<Array<[key: string, document: Document]>>;
  #chunk: Array<[key: string, document: Document]> = [];
  #at = 0;

  constructor(snapshot: ReadSnapshot, view: View) {
    this.#chunks = snapshot.scan(view)[Symbol.asyncIterator]();
  }

  /** Null where the view has no such document. */
  async of(key: string): Promise<Document | null> {
    for (;;) {
      if (this.#at === this.#chunk.length) {
        const { done, value } = await this.#chunks.next();
        if (done) return null;
        this.#chunk = value;
        this.#at = 0;
        continue;
      }
      const [there, document] = this.#chunk[this.#at]!;
      const order = there === key ? 0 : inBytes(there, key);
      if (order > 0) return null;
      this.#at += 1;
      if (order === 0) return document;
    }
  }
}

/** The order of keys in a store: by their bytes in UTF-8. */
const inBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
