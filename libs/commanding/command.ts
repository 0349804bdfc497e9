import type { Rejection } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';

/** A command on one customer whose body has passed its shape. */
export interface Command {
  readonly name: string;
  readonly customerId: string;
  /** The caller's idempotency key. It belongs to the customer, and it never expires. */
  readonly id: string;
  readonly data: object;
  readonly actor: string;
  /** The person or system that `actor` acts for. */
  readonly onBehalfOf?: string;
  /** The import that sends it. */
  readonly importId?: string;
  /** Given by an import, which makes it from the row: then the body is not hashed. A key used for something else is answered with what it recorded. */
  readonly payloadHash?: string;
  /** Ids under which earlier versions of the program recorded the same: if the customer has one of them, this command is known. */
  readonly formerIds?: readonly string[];
  /** The caller's `If-Match`: the revision the customer must have. */
  readonly expectedRevision?: number;
  /** An import's first fact about a customer registers it; a command over the API does not. */
  readonly registerUnknown?: boolean;
  readonly correlationId?: string;
  /** W3C Trace Context of the request, when it is traced. */
  readonly traceparent?: string;
}

export interface AppendedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly revision: number;
}

/** `insteadOf`, to an import: why the command that this one stood in for was refused. */
export type Outcome = { readonly insteadOf?: Rejection } & (
  | {
      readonly status: 'accepted';
      /** True when this very command had been accepted before: nothing new has happened. */
      readonly replayed: boolean;
      readonly commandId: string;
      readonly customerId: string;
      readonly revision: number;
      readonly position: string;
      readonly events: readonly AppendedEvent[];
      /** To an import: what was recorded before has been voided since. */
      readonly isVoided?: true;
    }
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  | {
      readonly status: 'key-reused';
      readonly detail: string;
      /** To an import: the fact that the key stands for, as it was recorded. */
      readonly recorded?: NewEvent;
      /** The same as it holds now, null if it was voided. */
      readonly now?: NewEvent | null;
      /** Why the command would be refused whatever is recorded. */
      readonly refusedAnyway?: Rejection | null;
    }
  | { readonly status: 'revision-mismatch'; readonly actual: number | null }
);
