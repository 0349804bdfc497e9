import type { EventMetadata, RecordedEvent } from '../event.js';
import { toPosition } from './position.js';

/** Columns in the order that every read selects them. */
export const EVENT_COLUMNS =
  'position, stream, revision, type, version, occurred_at, recorded_at, data, personal, command_id, command_index, payload_hash, actor, correlation_id, causation_id';

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
  commandId: string,
  index: number,
  payloadHash: string,
  actor: string,
  correlationId: string | null,
  causationId: string | null,
];

/** One row of the log; its JSON is parsed when first asked for. */
export class SqliteRecordedEvent implements RecordedEvent {
  #data: unknown;
  #personal: unknown;

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
    const [, , , , , , , , , commandId, index, payloadHash, actor, correlationId, causationId] = this.row;
    return { commandId, index, payloadHash, actor, ...(correlationId && { correlationId }), ...(causationId && { causationId }) };
  }
}
