import type { EventMetadata, Position, RecordedEvent } from '../event.js';
import { type Envelope, toMetadata } from './envelope.js';

export interface EventHead {
  readonly id: string;
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** When the server took it: the time of recording, unless it is a copy. */
  readonly createdAt: number;
  readonly recordedAt: number;
}

/** An event as the server keeps it; its envelope is opened when first asked for. */
export class EventStoreDbRecordedEvent implements RecordedEvent {
  #envelope: Envelope | null = null;

  constructor(
    private readonly head: EventHead,
    private readonly open: () => Envelope,
  ) {}

  get id(): string {
    return this.head.id;
  }
  get position(): Position {
    return this.head.position;
  }
  get stream(): string {
    return this.head.stream;
  }
  get revision(): number {
    return this.head.revision;
  }
  get type(): string {
    return this.head.type;
  }
  get createdAt(): number {
    return this.head.createdAt;
  }
  get recordedAt(): number {
    return this.head.recordedAt;
  }
  get version(): number {
    return this.envelope.metadata.version;
  }
  get occurredAt(): number {
    return this.envelope.metadata.occurredAt;
  }
  get precision(): 'day' | undefined {
    return this.envelope.metadata.precision;
  }
  get checksum(): string | undefined {
    return this.envelope.metadata.checksum;
  }
  get personalDigest(): string | undefined {
    return this.envelope.metadata.personalDigest;
  }
  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  get data(): any {
    return this.envelope.data.facts;
  }
  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  get personal(): any {
    return this.envelope.data.personal;
  }
  get metadata(): EventMetadata {
    return toMetadata(this.envelope.metadata);
  }
  get envelope(): Envelope {
    this.#envelope ??= this.open();
    return this.#envelope;
  }
}
