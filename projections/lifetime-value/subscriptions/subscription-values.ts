import type { QueryContext } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { datedSubscriptions, runningTerms } from '../../recurring-revenue/dated-steps.js';
import type { RecurringRevenueDocument } from '../../recurring-revenue/document.js';
import { stayBy } from '../../recurring-revenue/stay.js';
import { liveView } from '../../shared/reading/live-view.js';
import type { CustomerValueParameters } from '../parameters.js';
import type { KnownBy } from '../spend.js';
import { termsOnDay } from '../terms-on-day.js';
import { type RetentionCurve, retentionCurve } from './retention-curve.js';
import { type SubscriptionValue, subscriptionValue } from './subscription-value.js';

export const subscriptionsReadModel = 'recurring-revenue';

/** The running subscriptions of a customer on the day in question, each with its value or why it has none, ascending by id. */
export async function subscriptionValues(
  { snapshot, terms: statements }: Pick<QueryContext, 'snapshot' | 'terms'>,
  parameters: CustomerValueParameters,
  { dayOf, until: day }: KnownBy,
): Promise<SubscriptionValue[]> {
  const view = await liveView(snapshot, subscriptionsReadModel);
  const stored = await snapshot.get(view, parameters.customerId);
  if (stored === null) return [];
  const document = JSON.parse(stored.body) as RecurringRevenueDocument;
  const stated = await statements.of('lifetime-value');
  const stay = stayBy(document, dayOf, day);
  const curves = new Map<string, RetentionCurve | string>();
  const values: SubscriptionValue[] = [];
  for (const subscription of datedSubscriptions(document, dayOf)) {
    const terms = runningTerms(subscription.steps.filter((dated) => dated.day <= day));
    if (terms === null) continue;
    let curve = curves.get(terms.interval);
    if (curve === undefined) {
      curve = await retentionCurve(snapshot, view, terms.interval, day);
      curves.set(terms.interval, curve);
    }
    const { discountRate, margin } = termsOnDay(parameters, stated, terms.currency, dayName(day));
    values.push(subscriptionValue(subscription, terms, stay!, curve, { day, discountRate, margin })); // who has a running one stays
  }
  return values;
}
