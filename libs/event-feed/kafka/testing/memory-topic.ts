import type { OpenTopic, OutgoingRecord } from '../client/topic-writer.js';

/** A topic without a broker, that can be recreated while a writer has it open. */
export class MemoryTopic {
  partitions: OutgoingRecord[][];

  constructor(readonly count: number) {
    this.partitions = this.#empty();
  }

  /** Called before each batch is accepted. */
  before: () => Promise<void> = async () => undefined;

  makeAnew(): void {
    this.partitions = this.#empty();
  }

  get records(): OutgoingRecord[] {
    return this.partitions.flat();
  }

  open: OpenTopic = async () => ({
    ends: this.partitions.map(({ length }) => ({ first: 0, next: length })),
    send: async (records) => {
      await this.before();
      const next = new Map<number, number>();
      for (const record of records) next.set(record.partition, this.partitions[record.partition]!.push(record));
      return next;
    },
    recordsAt: async (places) =>
      places.map(({ partition, offset }) => {
        const records = this.partitions[partition]!;
        const { key, value, headers } = records[offset]!;
        return { record: { key: Buffer.from(key!), value: Buffer.from(value!), headers }, next: records.length };
      }),
    close: async () => undefined,
  });

  #empty(): OutgoingRecord[][] {
    return Array.from({ length: this.count }, () => []);
  }
}
