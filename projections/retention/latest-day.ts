import type { ReadSnapshot, View } from '@tenure/read-store';
import type { DayOf } from '../shared/calendar/zone-days.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import type { RetentionDocument } from './document.js';
import { lastSubscriptionDay } from './subscriptions.js';

/** The latest day of a purchase or of a start or end of a subscription, from the documents; null without one. */
export async function latestDayOfAll(snapshot: ReadSnapshot, view: View, dayOf: DayOf): Promise<number | null> {
  let latest = (await latestFactDay(snapshot, view, dayOf)) ?? -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RetentionDocument]>) latest = Math.max(latest, lastSubscriptionDay(document[3], dayOf));
  }
  return latest === -Infinity ? null : latest;
}
