import { seenBy } from '../numerics/seen-by.js';
import { probabilityOfLogOdds } from '../purchases/no-purchase.js';
import { complaintsOn } from './complaints-on.js';
import type { CustomerRecord } from './customer-record.js';
import type { Moment } from './moment.js';
import { satisfactionOn } from './satisfaction-on.js';
import { type HazardFeature, purchaseModelLogOdds, type TermSetting, variationOfGaps } from './terms.js';

const recentDays = 90;

/**
 * What a reader is told about a customer, by feature; null where the customer has none. recency-against-own-rhythm: silence over the own
 * mean gap; frequency: repeat purchase days; age: days; recent-purchases, visits: within 90 days; complaints-resolved, downgrades: so far;
 * regularity: standard deviation of the gaps over their mean; last-gap: over the mean gap; purchase-model: its probability; satisfaction
 * and its trend: share of the scale; complaints-open: how many; complaints-repeated: of the decayed count.
 */
export function featureValues(record: CustomerRecord, moment: Moment, setting: TermSetting): Record<HazardFeature, number | null> {
  const { day, repeats, silence, gap, age } = moment;
  const within = (days: ArrayLike<number>): number => seenBy(days, day) - seenBy(days, day - recentDays);
  const { open, repeated } = complaintsOn(record.complaints, day);
  const { answers, level, trend } = satisfactionOn(record.satisfaction, day);
  return {
    'recency-against-own-rhythm': repeats === 0 ? null : silence / gap,
    frequency: repeats,
    age,
    'recent-purchases': within(record.purchases),
    regularity: variationOfGaps(record, moment),
    'last-gap': repeats < 2 ? null : (record.purchases[repeats]! - record.purchases[repeats - 1]!) / gap,
    'purchase-model': setting.purchases === null ? null : probabilityOfLogOdds(purchaseModelLogOdds(record, moment, setting)),
    visits: within(record.visits),
    'complaints-open': open,
    'complaints-resolved': resolvedBy(record, day),
    'complaints-repeated': repeated,
    satisfaction: answers === 0 ? null : level + 0.5,
    'satisfaction-trend': answers < 2 ? null : trend,
    downgrades: seenBy(record.downgrades, day),
  };
}

const resolvedBy = ({ complaints }: CustomerRecord, day: number): number =>
  complaints.filter(({ steps }) => steps.findLast((step) => step.day <= day)?.step === 'resolved').length;
