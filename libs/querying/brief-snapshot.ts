import type { Checkpoint, Parked, ReadSnapshot, StoredDocument, View } from '@tenure/read-store';

/** A document of this many characters is read and processed in a few milliseconds. */
const MOST_CHARACTERS = 524_288;
/** As many sums are. */
const MOST_SUMS = 4_096;

/** A look-up has found a document, or sums, too large for the main thread. */
export class NotBrief extends Error {}

/** A snapshot of the store for the thread that answers requests: a customer with 200,000 purchases would block all others. */
export class BriefSnapshot implements ReadSnapshot {
  constructor(private readonly snapshot: ReadSnapshot) {}

  view(projection: string): Promise<View | null> {
    return this.snapshot.view(projection);
  }

  checkpoint(view: View, about?: string): Promise<Checkpoint | null> {
    return this.snapshot.checkpoint(view, about);
  }

  /** @throws NotBrief */
  async get(view: View, key: string): Promise<StoredDocument | null> {
    const document = await this.snapshot.get(view, key);
    if (document !== null && document.body.length > MOST_CHARACTERS) throw new NotBrief(`${view.projection} of ${key} has ${document.body.length} characters`);
    return document;
  }

  page(view: View, range: { after: string | null; limit: number }): Promise<StoredDocument[]> {
    return this.snapshot.page(view, range);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  scan(view: View): AsyncIterable<Array<[key: string, document: any]>> {
    return this.snapshot.scan(view);
  }

  count(view: View): Promise<number> {
    return this.snapshot.count(view);
  }

  /** @throws NotBrief */
  async sums(view: View, prefix: string): Promise<Array<[cell: string, amount: number]>> {
    const sums = await this.snapshot.sums(view, prefix);
    if (sums.length > MOST_SUMS) throw new NotBrief(`${view.projection} has ${sums.length} sums of ${prefix}`);
    return sums;
  }

  parked(view: View): Promise<Parked[]> {
    return this.snapshot.parked(view);
  }

  close(): void {
    this.snapshot.close();
  }
}
