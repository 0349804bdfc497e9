import type { ReadSnapshot, View } from '@tenure/read-store';
import type { AskedPresent } from '../shared/calendar/present.js';
import type { DayOf } from '../shared/calendar/zone-days.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import type { RetentionDocument } from './document.js';
import { lastSubscriptionDay } from './subscriptions.js';

/** The latest day of a purchase or of a start or end of a subscription, from the documents; null without one. */
async function latestDayOfAll(snapshot: ReadSnapshot, view: View, dayOf: DayOf): Promise<number | null> {
  let latest = (await latestFactDay(snapshot, view, dayOf)) ?? -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RetentionDocument]>) latest = Math.max(latest, lastSubscriptionDay(document[3], dayOf));
  }
  return latest === -Infinity ? null : latest;
}

/** Where no present is asked for: the latest day of a fact that a question about purchases, or about subscriptions, reads. */
export async function latestDay(snapshot: ReadSnapshot, view: View, of: string, asked: AskedPresent, dayOf: DayOf): Promise<number | null> {
  if (asked !== 'latest-fact') return null;
  return of === 'subscriptions' ? latestDayOfAll(snapshot, view, dayOf) : latestFactDay(snapshot, view, dayOf);
}
