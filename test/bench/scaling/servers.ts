import type { MeasuredCosts, PerThing } from './measured-costs.js';

/** The costs of the servers, in microseconds of one of their cores, and how long an answer takes that has to be durable elsewhere. */
export interface Servers {
  /** One writer; reads have threads of their own. */
  readonly log: { readonly append: number; readonly readers: number; readonly load: PerThing; readonly readEvent: number };
  readonly kafka: { readonly batch: PerThing; readonly consumedEvent: number };
  readonly mongoDb: { readonly commit: PerThing; readonly heldEvent: number; readonly claim: number; readonly lookUp: number };
  /** Milliseconds. */
  readonly roundTrip: number;
  /** Until a majority, or all replicas in sync, have flushed. */
  readonly durable: number;
}

/**
 * Assumed, not measured: no cluster was at hand. Cautious figures for current servers with NVMe disks in one data centre; insert your own here. A record
 * guarded and replaced in MongoDB: 100 us of a core, with its share of journal and replication. An append of one event to the log's leader: 100 us in
 * its one writer. An event read: 10 us in one of four threads (EventStoreDB's default), and 50 us a stream. A record in Kafka: 5 us.
 */
export function assumedServers({ roundTrips, bytes }: MeasuredCosts): Servers {
  const record = 100;
  const bytesPerCore = 50e6;
  const writing = (count: number) => (count / bytesPerCore) * 1e6;
  const { commandsOfCommit, records } = roundTrips;
  return {
    log: { append: 100, readers: 4, load: { fixed: 50, each: 10 }, readEvent: 10 },
    kafka: { batch: { fixed: 500, each: 5 }, consumedEvent: 5 },
    mongoDb: {
      commit: { fixed: record * (commandsOfCommit / 2 + records.fixed), each: record * records.each + writing(bytes.written.fixed) },
      heldEvent: writing(bytes.written.each),
      claim: record,
      lookUp: record,
    },
    roundTrip: 0.5,
    durable: 5,
  };
}

/** The stand-ins as measured, on a machine that they shared with all other processes. */
export function measuredServers({ eventStoreDb, kafka, mongoDb }: MeasuredCosts): Servers {
  return {
    log: { append: eventStoreDb.append, readers: 1, load: eventStoreDb.load, readEvent: eventStoreDb.readEvent },
    kafka: { batch: kafka.batch, consumedEvent: kafka.consumedEvent },
    mongoDb: { commit: mongoDb.commit, heldEvent: mongoDb.heldEvent, claim: mongoDb.claim, lookUp: mongoDb.lookUp },
    roundTrip: 0.1,
    durable: 1,
  };
}
