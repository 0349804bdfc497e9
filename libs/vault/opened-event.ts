import type { EventMetadata, RecordedEvent } from '@tenure/event-log';

/** An event with its personal part in clear, or without it (`unopened`), in memory. Everything else is as the log has it. */
export class OpenedEvent implements RecordedEvent {
  constructor(
    private readonly sealed: RecordedEvent,
    // biome-ignore lint/suspicious/noExplicitAny: as the port says
    readonly personal: any,
    readonly unopened?: Error,
  ) {}

  get position(): string {
    return this.sealed.position;
  }
  get stream(): string {
    return this.sealed.stream;
  }
  get revision(): number {
    return this.sealed.revision;
  }
  get type(): string {
    return this.sealed.type;
  }
  get version(): number {
    return this.sealed.version;
  }
  get occurredAt(): number {
    return this.sealed.occurredAt;
  }
  get recordedAt(): number {
    return this.sealed.recordedAt;
  }
  get precision(): 'day' | undefined {
    return this.sealed.precision;
  }
  get checksum(): string | undefined {
    return this.sealed.checksum;
  }
  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  get data(): any {
    return this.sealed.data;
  }
  /** Without the epoch of the key: the personal part is not sealed here. */
  get metadata(): EventMetadata {
    const { keyEpoch: _, ...metadata } = this.sealed.metadata;
    return metadata;
  }
}
