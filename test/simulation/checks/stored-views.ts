import { partitionOf } from '@tenure/event-feed';
import { customerCursor, type Projection } from '@tenure/projecting';
import type { Company } from '../company.js';

/** A view as stored in MongoDB. */
export interface StoredView {
  readonly name: string;
  readonly projection: Projection;
  readonly live: boolean;
}

export interface StoredCheckpoint {
  readonly view: string;
  readonly position: string;
}

export interface PartitionRecord {
  readonly _id: number;
  readonly commit: number;
  readonly applied: number;
  readonly checkpoints: readonly StoredCheckpoint[];
}

interface Builds {
  readonly live: number | null;
  readonly builds: ReadonlyArray<{ readonly version: number; readonly build: number }>;
}

/** The existing views, with the customers' cursor, read without the adapters. */
export function storedViews({ mongo, projections }: Company): StoredView[] {
  return [...projections, customerCursor as Projection].flatMap((projection) => {
    const record = mongo.records('views').get(projection.name) as unknown as Builds | undefined;
    return (record?.builds ?? []).map(({ version, build }) => ({ name: `${projection.name}.${version}.${build}`, projection, live: build === record?.live }));
  });
}

export function partitionRecords({ mongo }: Company): PartitionRecord[] {
  return [...mongo.records('partitions').values()] as unknown as PartitionRecord[];
}

export function revisionOf({ mongo }: Company, view: string, customer: string): number {
  return (mongo.records(`view.${view}.documents`).get(customer)?.['revision'] as number | undefined) ?? -1;
}

export function isParked({ mongo }: Company, view: string, customer: string): boolean {
  return (mongo.records(`view.${view}.parked`).get(customer)?.['parked'] ?? null) !== null;
}

/** Customers of a partition that occur in the log. */
export function customersOf({ log, options }: Company, partition: number): string[] {
  const customers = Array.from({ length: options.customers }, (_, n) => `c${n}`);
  return customers.filter((customer) => partitionOf(customer, options.partitions) === partition && log.stream(`customer-${customer}`).length > 0);
}
