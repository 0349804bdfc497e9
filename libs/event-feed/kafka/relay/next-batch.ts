import { Buffer } from 'node:buffer';
import { type EventLogReader, type LogHead, type Position, placeOf } from '@tenure/event-log';
import { partitionOf } from '../../partition-of.js';
import { type CloudEventRecord, toRecord } from '../cloud-event.js';

export interface BatchLimits {
  readonly partitions: number;
  /** The publication that its records name. */
  readonly publication: string;
  /** Number of events of the log read at a time. */
  readonly batchEvents: number;
  /** The most that goes to one partition at a time: a broker accepts or refuses a partition's batch as a whole. */
  readonly batchBytes: number;
}

export type PlacedRecord = CloudEventRecord & { readonly partition: number };

export interface Batch {
  /** The batch has reached the limit: more events may be waiting. */
  readonly full: boolean;
  readonly records: PlacedRecord[];
  /** The last event that the batch settles, whether it belongs to a customer or not. */
  readonly last: LogHead;
}

/** Approximate size of a record's headers, key and framing; only the value's length varies much. */
const OVERHEAD_BYTES = 900;

/** The records after a position, ready to be sent; null at the head of the log. A record larger than the limit goes alone. */
export async function nextBatch(log: EventLogReader, after: Position | null, limits: BatchLimits): Promise<Batch | null> {
  const events = await log.readAll({ after, limit: limits.batchEvents });
  if (events.length === 0) return null;
  const records: PlacedRecord[] = [];
  const bytes = new Array<number>(limits.partitions).fill(0);
  let last = events[0]!;
  for (const event of events) {
    const record = toRecord(event, limits.publication);
    if (record) {
      const partition = partitionOf(record.key, limits.partitions);
      const size = Buffer.byteLength(record.value) + OVERHEAD_BYTES;
      if (bytes[partition]! > 0 && bytes[partition]! + size > limits.batchBytes) break;
      bytes[partition]! += size;
      records.push({ ...record, partition });
    }
    last = event;
  }
  const full = events.length === limits.batchEvents || last !== events[events.length - 1];
  return { full, records, last: placeOf(last) };
}
