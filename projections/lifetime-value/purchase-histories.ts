import type { PurchaseHistories } from '@tenure/fitting';
import type { ReadSnapshot } from '@tenure/read-store';
import { daysIn } from '../shared/calendar/zone-days.js';
import { liveView } from '../shared/reading/live-view.js';
import type { ValueDocument } from './document.js';
import { dailySpend } from './spend.js';

/** The data that models are fitted on: every customer's purchase days and the spend on each, exactly as values are computed from. */
export function purchaseHistories(snapshot: ReadSnapshot, currency: string, timezone: string): PurchaseHistories {
  const dayOf = daysIn(timezone);
  return {
    async *read(until = Infinity) {
      for await (const chunk of snapshot.scan(await liveView(snapshot, 'lifetime-value'))) {
        yield (chunk as Array<[string, ValueDocument]>).map(([, document]) => dailySpend(document, currency, { until, dayOf }));
      }
    },
  };
}
