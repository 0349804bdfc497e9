import type { Checkpoint, Parked, ReadSnapshot, StoredDocument, View } from '@tenure/read-store';
import { Slices } from '@tenure/threads';

/** A snapshot of the store that ends once nobody waits for the result: at the next read, or the next page of a scan. */
export class SlicedSnapshot implements ReadSnapshot {
  readonly #slices: Slices;

  constructor(
    private readonly snapshot: ReadSnapshot,
    signal: AbortSignal,
  ) {
    this.#slices = new Slices(signal);
  }

  view(projection: string): Promise<View | null> {
    return this.#next(() => this.snapshot.view(projection));
  }

  checkpoint(view: View, about?: string): Promise<Checkpoint | null> {
    return this.#next(() => this.snapshot.checkpoint(view, about));
  }

  get(view: View, key: string): Promise<StoredDocument | null> {
    return this.#next(() => this.snapshot.get(view, key));
  }

  page(view: View, range: { after: string | null; limit: number }): Promise<StoredDocument[]> {
    return this.#next(() => this.snapshot.page(view, range));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  async *scan(view: View): AsyncIterable<Array<[key: string, document: any]>> {
    for await (const chunk of this.snapshot.scan(view)) {
      await this.#slices.next();
      yield chunk;
    }
  }

  count(view: View): Promise<number> {
    return this.#next(() => this.snapshot.count(view));
  }

  sums(view: View, prefix: string): Promise<Array<[cell: string, amount: number]>> {
    return this.#next(() => this.snapshot.sums(view, prefix));
  }

  parked(view: View): Promise<Parked[]> {
    return this.#next(() => this.snapshot.parked(view));
  }

  close(): void {
    this.snapshot.close();
  }

  async #next<T>(read: () => Promise<T>): Promise<T> {
    await this.#slices.next();
    return read();
  }
}
