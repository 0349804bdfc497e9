import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A cost by itself, and for each thing in it. */
export interface PerThing {
  readonly fixed: number;
  readonly each: number;
}

/**
 * What `npm run bench -- distributed-costs` has measured, in the shape that the simulation takes. Times are microseconds
 * of one core of the machine named in it. The servers were stand-ins on that machine, Kafka apart, and are marked so.
 */
export interface MeasuredCosts {
  readonly measured: { readonly on: string; readonly cpu: string; readonly cores: number; readonly node: string; readonly loadAverage: number };
  /** The run through all roles, which the simulation is held against. */
  readonly run: {
    readonly customers: number;
    readonly events: number;
    readonly partitions: number;
    readonly uploadSeconds: number;
    readonly readableSeconds: number;
    readonly coresUsed: number;
    readonly coresOthersUsed: number;
    /** An event in bulk, a command by itself: by process, as the system counted. */
    readonly bulk: Readonly<Record<string, number>>;
    readonly single: Readonly<Record<string, number>>;
    /** A second without work. */
    readonly idle: Readonly<Record<string, number>>;
  };
  readonly commandApi: { readonly bulkCommand: number; readonly singleCommand: number /** Of a customer who is not in memory. */; readonly load: PerThing };
  readonly relay: { readonly batch: PerThing; readonly readEvent: number };
  readonly projector: {
    readonly commit: PerThing;
    /** What each event that the customer has already adds to an event. */
    readonly heldEvent: number;
    readonly consumedEvent: number;
    readonly readEvent: number;
    readonly claim: number;
    /** A second of looking for new views and decisions, a partition. */
    readonly idlePartition: number;
  };
  readonly queryApi: { readonly lookUp: number; readonly scannedCustomer: number };
  /** A stand-in. */
  readonly eventStoreDb: { readonly append: number; readonly load: PerThing; readonly readEvent: number };
  readonly kafka: { readonly batch: PerThing; readonly consumedEvent: number };
  /** A stand-in. */
  readonly mongoDb: {
    readonly commit: PerThing;
    readonly heldEvent: number;
    readonly claim: number;
    readonly lookUp: number;
    readonly scannedCustomer: number;
  };
  readonly roundTrips: {
    /** Waited for one after the other. */
    readonly append: number;
    readonly relayBatch: number;
    readonly commit: number;
    readonly commandsOfCommit: number;
    /** Written by a commit, and for each event in it. */
    readonly records: PerThing;
    /** Milliseconds that a batch of the relay waits for Kafka, on one machine. */
    readonly relayWait: PerThing;
  };
  readonly bytes: {
    readonly logEvent: number;
    readonly record: number;
    /** All read models of one customer, by events. */
    readonly documents: PerThing;
    /** Sent to MongoDB for an event, by the events that the customer has already. */
    readonly written: PerThing;
    /** All partitions together. */
    readonly cells: number;
    readonly cell: number;
  };
}

/** The checked-in ones. Compiled, this file lies in test/dist/bench/scaling. */
export function readMeasuredCosts(): MeasuredCosts {
  const path = fileURLToPath(new URL('../../../bench/scaling/measured-costs.json', import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as MeasuredCosts;
}
