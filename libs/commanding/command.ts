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
  /** Given by an import, which derives it from the row; the body is then not hashed. A reused key is answered with the fact that it recorded. */
  readonly payloadHash?: string;
  /** Ids under which earlier versions of the program recorded the same: if the customer has one of them, this command is a repetition. */
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

/** `insteadOf`, for an import: why the command was refused that this one replaced. */
export type Outcome = { readonly insteadOf?: Rejection } & (
  | {
      readonly status: 'accepted';
      /** True when this very command was accepted earlier: nothing new has happened. */
      readonly replayed: boolean;
      readonly commandId: string;
      readonly customerId: string;
      readonly revision: number;
      readonly position: string;
      readonly events: readonly AppendedEvent[];
      /** For an import: the earlier fact has been voided since. */
      readonly isVoided?: true;
    }
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  | {
      readonly status: 'key-reused';
      readonly detail: string;
      /** For an import: the fact recorded under the key. */
      readonly recorded?: NewEvent;
      /** That fact as it holds now, null if it was voided. */
      readonly now?: NewEvent | null;
      /** Why the command would be refused whatever is recorded. */
      readonly refusedAnyway?: Rejection | null;
    }
  | { readonly status: 'revision-mismatch'; readonly actual: number | null }
);
