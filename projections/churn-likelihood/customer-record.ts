import type { CustomerRecord } from '@tenure/models';
import type { DayOf } from '../shared/calendar/zone-days.js';
import { dayOfEach, daysOf } from '../shared/occurrences/occurrence-days.js';
import { isNever } from '../shared/occurrences/occurrences.js';
import type { ChurnDocument } from './projection.js';
import { complaintRecord } from './signals/complaints.js';
import { dayOfStamp } from './signals/stamped-day.js';
import { downgradeDays } from './signals/subscriptions.js';

/** What a customer did, by days in the zone of `dayOf`; null without a purchase. What lies on a day or before it does not depend on later facts. */
export function customerRecord({ p: purchases, s: signals }: ChurnDocument, dayOf: DayOf): CustomerRecord | null {
  if (isNever(purchases)) return null;
  const days = daysOf(purchases, dayOf);
  if (signals === 0) return { purchases: days, visits: [], complaints: [], satisfaction: [], downgrades: [] };
  const { v: visits, k: complaints, a: answers, s: subscriptions } = signals;
  return {
    purchases: days,
    visits: dayOfEach(visits, dayOf),
    complaints: complaints.flatMap((each) => complaintRecord(each, dayOf) ?? []).sort((left, right) => left.logged - right.logged),
    satisfaction: answers[0].map(([stamp, share]) => ({ day: dayOfStamp(stamp, dayOf), share })).sort((left, right) => left.day - right.day),
    downgrades: [...new Set(subscriptions.flatMap((each) => downgradeDays(each, dayOf)))].sort((left, right) => left - right),
  };
}
