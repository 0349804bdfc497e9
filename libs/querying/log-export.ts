import type { RecordedEvent } from '@tenure/event-log';
import type { Definition } from './definition.js';
import type { QueryContext } from './query.js';
import type { Row } from './row.js';

/**
 * Single facts, which no read model keeps, as rows made from the log itself, customer by customer. Never behind the log.
 */
export interface LogExport<Params = object> {
  readonly name: string;
  /** Raise it when the same events would give other rows. */
  readonly version: number;
  readonly definition: Definition;
  readonly params: new () => object;
  readonly columns: readonly string[];
  /** Called once, before the first row. Throws `BadQuery`. */
  begin(context: Pick<QueryContext, 'timezone' | 'now'>, params: Params): RowsOfCustomer;
}

/** The rows of one customer, from all of that customer's events in order. */
export type RowsOfCustomer = (customerId: string, events: readonly RecordedEvent[]) => Iterable<Row>;
