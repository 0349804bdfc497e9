import { customerOf, type RecordedEvent } from '@tenure/event-log';

/** Events of a batch by customer, in the order they came. */
export type EventsByCustomer = ReadonlyMap<string, readonly RecordedEvent[]>;

/** Events that belong to no customer are left out, and those of customers that are not wanted. */
export function groupByCustomer(events: readonly RecordedEvent[], wanted: (customerId: string) => boolean = () => true): EventsByCustomer {
  const byCustomer = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const key = customerOf(event.stream);
    if (key === null) continue;
    const list = byCustomer.get(key);
    if (list) list.push(event);
    else if (wanted(key)) byCustomer.set(key, [event]);
  }
  return byCustomer;
}
