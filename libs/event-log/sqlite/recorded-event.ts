import type { EventMetadata, RecordedEvent } from '../event.js';
import { placementOf } from './placement.js';
import { toPosition } from './position.js';

/** Columns in the order in which every read selects them; the second list is of layout 2, the last column of layout 3. */
const FIRST_COLUMNS =
  'position, stream, revision, type, version, occurred_at, recorded_at, data, personal, command_id, command_index, payload_hash, actor, correlation_id, causation_id';
const SECOND_COLUMNS = ['event_precision', 'command_events', 'on_behalf_of', 'import_id', 'origin', 'key_epoch', 'checksum', 'personal_digest'];

/** What to select from a file of a layout: a column that it lacks is null. */
export function eventColumns(layout: number): string {
  const columns = [...SECOND_COLUMNS.map((name) => (layout < 2 ? `NULL AS ${name}` : name)), layout < 3 ? 'NULL AS placement' : 'placement'];
  return [FIRST_COLUMNS, ...columns].join(', ');
}

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
  precision: 'day' | null,
  of: number | null,
  onBehalfOf: string | null,
  importId: string | null,
  origin: string | null,
  keyEpoch: number | null,
  checksum: string | null,
  personalDigest: string | null,
  placement: string | null,
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
  get precision(): 'day' | undefined {
    return this.row[15] ?? undefined;
  }
  get checksum(): string | undefined {
    return this.row[21] ?? undefined;
  }
  get personalDigest(): string | undefined {
    return this.row[22] ?? undefined;
  }
  /** Whether position and time of recording are those that were written, and every text is as it was made. */
  isAsStored(): boolean {
    const [position, , , , , , recordedAt, data, personal] = this.row;
    const [origin, checksum, placement] = [this.row[19], this.row[21], this.row[23]];
    if (placement !== null && placement !== placementOf(position, recordedAt, checksum ?? '')) return false;
    // The parsed values are kept, for the checksum and for the reader that folds the event.
    if (JSON.stringify(this.data) !== data || (personal !== null && JSON.stringify(this.personal) !== personal)) return false;
    return origin === null || JSON.stringify(JSON.parse(origin)) === origin;
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
    const [, , , , , , , , , commandId, index, payloadHash, actor, correlationId, causationId, , of, onBehalfOf, importId, origin, keyEpoch] = this.row;
    return {
      commandId,
      index,
      ...(of !== null && { of }),
      payloadHash,
      actor,
      ...(onBehalfOf !== null && { onBehalfOf }),
      ...(importId !== null && { importId }),
      ...(origin !== null && { origin: JSON.parse(origin) }),
      ...(keyEpoch !== null && { keyEpoch }),
      ...(correlationId !== null && { correlationId }),
      ...(causationId !== null && { causationId }),
    };
  }
}
