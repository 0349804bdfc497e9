import type { Schema } from '@tenure/shape/schema';

/** A type of event that is recorded and served. */
export interface EventKind {
  readonly type: string;
  /** Its content in each version ever written, the first version first. */
  readonly versions: readonly EventVersion[];
  /** Whether it belongs to the stream of a customer, and so is published; other events belong to the system. */
  readonly ofCustomer: boolean;
}

export interface EventVersion {
  readonly facts: Schema;
  /** Schema of the sealed part. */
  readonly personal?: Schema;
}

/** `ComplaintLoggedV1`: the name of the content schema of this version. */
export const dataName = (type: string, version: number): string => `${type}V${version}`;

/** `tenure.customer.ComplaintLogged.v1`: its type as a CloudEvent. */
export const cloudType = ({ type, ofCustomer }: Pick<EventKind, 'type' | 'ofCustomer'>, version: number): string =>
  `tenure.${ofCustomer ? 'customer' : 'system'}.${type}.v${version}`;
