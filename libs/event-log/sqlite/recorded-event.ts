import type { EventMetadata, RecordedEvent } from '../event.js';
import { toPosition } from './position.js';

/** Columns in the order that every read selects them. */
export const EVENT_COLUMNS = 'position, stream, revision, type, version, occurred_at, recorded_at, data, personal, metadata';

export type EventRow = [
  position: number,
  stream: string,
  revision: number,
  type: string,
  version: number,
  occurredAt: number,
  recordedAt: number,
  data: string,
  personal: string | null,
  metadata: string,
];

/** One row of the log; its JSON is parsed when first asked for. */
export class SqliteRecordedEvent implements RecordedEvent {
  #data: unknown;
  #personal: unknown;
  #metadata: EventMetadata | undefined;

  constructor(private readonly row: EventRow) {}

  get position(): string {
    return toPosition(this.row[0]);
  }
  get stream(): string {
    return this.row[1];
  }
  get revision(): number {
    return this.row[2];
  }
  get type(): string {
    return this.row[3];
  }
  get version(): number {
    return this.row[4];
  }
  get occurredAt(): number {
    return this.row[5];
  }
  get recordedAt(): number {
    return this.row[6];
  }
  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  get data(): any {
    this.#data ??= JSON.parse(this.row[7]);
    return this.#data;
  }
  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  get personal(): any {
    if (this.row[8] === null) return undefined;
    this.#personal ??= JSON.parse(this.row[8]);
    return this.#personal;
  }
  get metadata(): EventMetadata {
    this.#metadata ??= JSON.parse(this.row[9]) as EventMetadata;
    return this.#metadata;
  }
}
