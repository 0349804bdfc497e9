import type { Deployment } from './deployment.js';
import type { MeasuredCosts } from './measured-costs.js';
import { eventsPerCustomer, type Size } from './size.js';

/** Bytes of one copy, before compression and without the servers' own overhead. */
export interface Storage {
  readonly log: number;
  readonly kafka: number;
  readonly mongoDb: number;
  /** Space in which a check, a replay or `readStreams` sorts the log. */
  readonly temporary: number;
}

/** Assumed overhead of a server for an event: a record's header, as the stand-in counts positions (127 bytes), and an index entry of 24. */
const RECORD_AND_INDEX = 151;

export function storage(size: Size, { bytes, run }: MeasuredCosts, { partitions }: Pick<Deployment, 'partitions'>): Storage {
  const { documents, cell, cells, logEvent, record } = bytes;
  // Each partition keeps its own sums: once there are enough customers, of the same cells.
  const sums = (cells / run.partitions) * partitions * cell;
  return {
    log: size.events * (logEvent + RECORD_AND_INDEX),
    kafka: size.events * record,
    mongoDb: size.customers * (documents.fixed + documents.each * eventsPerCustomer(size)) + sums,
    temporary: size.events * logEvent,
  };
}
