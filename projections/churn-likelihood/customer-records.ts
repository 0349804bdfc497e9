import type { CustomerRecords } from '@tenure/fitting';
import type { ReadSnapshot } from '@tenure/read-store';
import { daysIn } from '../shared/calendar/zone-days.js';
import { liveView } from '../shared/reading/live-view.js';
import { customerRecord } from './customer-record.js';
import type { ChurnDocument } from './projection.js';

/** The records of all customers with a purchase, from the documents that likelihoods are computed from. */
export function customerRecords(snapshot: ReadSnapshot, timezone: string): CustomerRecords {
  const dayOf = daysIn(timezone);
  return {
    async *read() {
      for await (const chunk of snapshot.scan(await liveView(snapshot, 'churn-likelihood'))) {
        yield (chunk as Array<[string, ChurnDocument]>).flatMap(([, document]) => customerRecord(document, dayOf) ?? []);
      }
    },
  };
}
