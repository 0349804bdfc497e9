import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A fixed cost, and a cost for each item. */
export interface PerThing {
  readonly fixed: number;
  readonly each: number;
}

/**
 * The measurements of `npm run bench -- distributed-costs`, in the form that the simulation takes. Times are microseconds of one core of the machine
 * named in it. The servers were stand-ins on that machine, except Kafka, and are marked so.
 */
export interface MeasuredCosts {
  readonly measured: { readonly on: string; readonly cpu: string; readonly cores: number; readonly node: string; readonly loadAverage: number };
  /** The run through all roles, with which the simulation is compared. */
  readonly run: {
    readonly customers: number;
    readonly events: number;
    readonly partitions: number;
    readonly uploadSeconds: number;
    readonly readableSeconds: number;
    readonly coresUsed: number;
    readonly coresOthersUsed: number;
    /** Of an event in bulk and of a single command: by process, as the system counted. */
    readonly bulk: Readonly<Record<string, number>>;
    readonly single: Readonly<Record<string, number>>;
    /** Of a second without work. */
    readonly idle: Readonly<Record<string, number>>;
  };
  readonly commandApi: { readonly bulkCommand: number; readonly singleCommand: number /** Of a customer who is not in memory. */; readonly load: PerThing };
  readonly relay: { readonly batch: PerThing; readonly readEvent: number };
  readonly projector: {
    readonly commit: PerThing;
    /** The increase in the cost of an event for each event that its customer already has. */
    readonly heldEvent: number;
    readonly consumedEvent: number;
    readonly readEvent: number;
    readonly claim: number;
    /** Of a second of looking for new views and decisions, for a partition. */
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
    /** Requests that wait for each other. */
    readonly append: number;
    readonly relayBatch: number;
    readonly commit: number;
    readonly commandsOfCommit: number;
    /** Records written by a commit, and for each event in it. */
    readonly records: PerThing;
    /** Milliseconds that a batch of the relay waits for Kafka, on one machine. */
    readonly relayWait: PerThing;
  };
  readonly bytes: {
    readonly logEvent: number;
    readonly record: number;
    /** All read models of one customer, by events. */
    readonly documents: PerThing;
    /** Bytes sent to MongoDB for an event, by the number of events that the customer already has. */
    readonly written: PerThing;
    /** Of all partitions together. */
    readonly cells: number;
    readonly cell: number;
  };
}

/** The checked-in costs. This file is compiled to test/dist/bench/scaling. */
export function readMeasuredCosts(): MeasuredCosts {
  const path = fileURLToPath(new URL('../../../bench/scaling/measured-costs.json', import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as MeasuredCosts;
}
