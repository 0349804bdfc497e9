import type { Schema } from '@tenure/shape/schema';

/** A type of event that is recorded and shown. */
export interface EventKind {
  readonly type: string;
  /** What it says in each version ever written, the first one first. */
  readonly versions: readonly EventVersion[];
  /** Whether it stands on the stream of a customer, and so is published; others are of the system. */
  readonly ofCustomer: boolean;
}

export interface EventVersion {
  readonly facts: Schema;
  /** Of the part that is sealed. */
  readonly personal?: Schema;
}

/** `ComplaintLoggedV1`: the name of what an event of this version says. */
export const dataName = (type: string, version: number): string => `${type}V${version}`;

/** `tenure.customer.ComplaintLogged.v1`: its type as a CloudEvent. */
export const cloudType = ({ type, ofCustomer }: Pick<EventKind, 'type' | 'ofCustomer'>, version: number): string =>
  `tenure.${ofCustomer ? 'customer' : 'system'}.${type}.v${version}`;
