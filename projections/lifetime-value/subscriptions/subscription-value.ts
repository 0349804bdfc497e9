import type { MoneyAmount, MoneyTotal } from '@tenure/customer';
import { ModelError } from '@tenure/models';
import { dayName } from '@tenure/time';
import { type DatedSubscription, type RunningTerms } from '../../recurring-revenue/dated-steps.js';
import { monthsOf } from '../../recurring-revenue/monthly-amount.js';
import { type RenewalInterval, renewalDay, renewalsBy } from '../../recurring-revenue/renewals.js';
import type { Stay } from '../../recurring-revenue/stay.js';
import { minorPerMajor, moneyOf } from '../../shared/money/money.js';
import { intervalFrom, type WithInterval } from '../value-interval.js';
import type { RetentionCurve } from './retention-curve.js';

/** On what terms a subscription is valued. */
export interface SubscriptionTermsOfValue {
  /** The day in question, since 1970. */
  readonly day: number;
  /** A year. */
  readonly discountRate: number;
  readonly margin: number;
}

/** How the model that says how long customers stay is shown. */
export interface ShownRetentionModel {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly boundary: string | null;
  readonly aic: number;
  readonly why: string;
  readonly customers: number;
  readonly ended: number;
}

interface SubscriptionFacts {
  readonly subscriptionId: string;
  readonly price: MoneyAmount;
  /** How often the price is paid, ISO 8601. */
  readonly period: string;
}

/** price x discountedLifetime x discountToRenewal x margin. */
export interface ValuedSubscription extends SubscriptionFacts, WithInterval {
  readonly value: MoneyTotal;
  /** How many renewals have come since the first subscription of the stay. */
  readonly renewals: number;
  readonly nextRenewal: string;
  /** DERL: periods that are expected to be paid for, from the next renewal on, discounted to it. */
  readonly discountedLifetime: number;
  /** What discounting from the next renewal to the day in question leaves. */
  readonly discountToRenewal: number;
  /** Of what is paid in the currency of the price. */
  readonly margin: number;
  readonly model: ShownRetentionModel;
}

export interface UnvaluedSubscription extends SubscriptionFacts {
  readonly value: null;
  readonly notEnoughData: string;
}

export type SubscriptionValue = ValuedSubscription | UnvaluedSubscription;

/**
 * What the renewals of one running subscription are expected to bring, without end (Fader and Hardie 2010).
 * @param stay of the customer; `curve`: of customers with the interval of the subscription, or why there is none
 */
export function subscriptionValue(
  { subscriptionId, steps }: DatedSubscription,
  terms: RunningTerms,
  stay: Stay,
  curve: RetentionCurve | string,
  { day, discountRate, margin }: SubscriptionTermsOfValue,
): SubscriptionValue {
  const { minor, currency, interval: period } = terms;
  const facts = { subscriptionId, price: { minor, currency }, period };
  const none = (notEnoughData: string): UnvaluedSubscription => ({ ...facts, value: null, notEnoughData });
  if (discountRate === 0) return none('discountRate is 0: renewals have no last one, and need a discountRate above 0.');
  if (typeof curve === 'string') return none(curve);
  const { interval, model, fit, draws } = curve;
  const renewals = renewalsBy(stay.start, interval, day);
  const ofPeriod = (1 + discountRate) ** (monthsOf(period) / 12) - 1;
  const lifetimeAt = (parameters: typeof fit.parameters): number => model.discountedResidualLifetime(parameters, renewals, ofPeriod);
  const next = nextRenewal(steps, interval, day);
  const discountToRenewal = (1 + discountRate) ** (-(next - day) / 365);
  const paid = (minor / minorPerMajor(currency)) * margin * discountToRenewal;
  try {
    const discountedLifetime = lifetimeAt(fit.parameters);
    return {
      ...facts,
      value: moneyOf(paid * discountedLifetime, currency),
      ...intervalFrom(() => draws.smooth(lifetimeAt).map((multiple) => paid * discountedLifetime * multiple), currency),
      renewals,
      nextRenewal: dayName(next),
      discountedLifetime,
      discountToRenewal,
      margin,
      model: shownModel(curve),
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return none(error.message);
  }
}

/** The first renewal after a day, counted from the start of the subscription, or from when its interval last changed. */
function nextRenewal(steps: DatedSubscription['steps'], interval: RenewalInterval, day: number): number {
  const from = steps.findLast((dated) => dated.day <= day && dated.step[4] !== null)!.day; // a start has an interval
  return renewalDay(from, interval, renewalsBy(from, interval, day) + 1);
}

function shownModel({ model, fit, why, customers, ended }: RetentionCurve): ShownRetentionModel {
  return { name: model.name, parameters: fit.parameters, boundary: fit.boundary, aic: fit.aic!, why, customers, ended };
}
