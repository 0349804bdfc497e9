import type { ReadSnapshot } from '@tenure/read-store';
import { liveView } from '../shared/reading/live-view.js';
import type { ValueDocument } from './document.js';
import { type DailySpend, dailySpend } from './spend.js';

/** What models are fitted on: every customer's purchase days and what was spent on each, exactly as values are reckoned from. */
export function purchaseHistories(snapshot: ReadSnapshot, currency: string): { read(): AsyncIterable<DailySpend[]> } {
  return {
    async *read() {
      for await (const chunk of snapshot.scan(await liveView(snapshot, 'lifetime-value'))) {
        yield (chunk as Array<[string, ValueDocument]>).map(([, document]) => dailySpend(document, currency));
      }
    },
  };
}
