import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { formatMoney, type MoneyAmount } from '../money.js';
import { isBefore, type Occurrence, printOccurrence, readOccurrence } from '../occurrence.js';
import { isRejection, type Rejection, reject } from '../rejection.js';
import type { CancelSubscription } from './cancel-subscription.command.js';
import type { ChangeSubscription } from './change-subscription.command.js';
import { subscriptionCancelled, subscriptionChanged, subscriptionRenewed, subscriptionStarted } from './events.js';
import type { KnownSubscription, SubscriptionsState } from './evolve.js';
import type { RenewSubscription } from './renew-subscription.command.js';
import type { StartSubscription } from './start-subscription.command.js';

export function decideStart(subscriptions: SubscriptionsState, command: StartSubscription, moment: Moment): Decision {
  const subscriptionId = command.subscriptionId ?? moment.commandId;
  const known = subscriptions.byId?.get(subscriptionId);
  if (known) {
    const state = known.cancelled === null ? 'is active: change it with ChangeSubscription' : 'was cancelled: it cannot start again';
    return reject(
      'subscription-id-used',
      `Subscription ${subscriptionId} ${state}, or start another one under a subscriptionId of its own.`,
      '/subscriptionId',
    );
  }
  const negative = refuseNegative(command.price, 'price');
  if (negative) return negative;
  const { plan, interval } = command;
  const data = { subscriptionId, plan, price: plain(command.price), interval, quantity: command.quantity ?? 1 };
  return [subscriptionStarted(moment, data, noted(command.note))];
}

export function decideChange(state: SubscriptionsState, command: ChangeSubscription, moment: Moment): Decision {
  const active = activeSubscription(state, command.subscriptionId, moment);
  if (isRejection(active)) return active;
  const negative = refuseNegative(command.price, 'price');
  if (negative) return negative;
  const { terms } = active;
  const { price } = command;
  const samePrice = price?.minor === terms.price.minor && price.currency === terms.price.currency;
  const changes = given({
    plan: command.plan === terms.plan ? null : command.plan,
    price: price && !samePrice ? plain(price) : null,
    interval: command.interval === terms.interval ? null : command.interval,
    quantity: command.quantity === terms.quantity ? null : command.quantity,
  });
  if (Object.keys(changes).length === 0) {
    const detail = `Subscription ${command.subscriptionId} has these terms already: give a plan, price, interval or quantity that differs.`;
    return reject('nothing-changed', detail);
  }
  return [subscriptionChanged(moment, { subscriptionId: command.subscriptionId, ...changes }, noted(command.note))];
}

export function decideRenew(state: SubscriptionsState, command: RenewSubscription, moment: Moment): Decision {
  const active = activeSubscription(state, command.subscriptionId, moment);
  if (isRejection(active)) return active;
  const { amount, until } = command;
  const negative = refuseNegative(amount, 'amount');
  if (negative) return negative;
  const { currency } = active.terms.price;
  if (amount && amount.currency !== currency) {
    const detail = `Subscription ${command.subscriptionId} is priced in ${currency}: give the amount in ${currency}, or change the price with ChangeSubscription first.`;
    return reject('currency-differs', detail, '/amount/currency');
  }
  if (until && endsBy(readOccurrence(until), moment)) {
    return reject(
      'ends-before-it-begins',
      `The renewal of ${printOccurrence(moment)} must run on for a while: give an "until" after it, or leave it out.`,
      '/until',
    );
  }
  const data = { subscriptionId: command.subscriptionId, ...given({ amount: amount && plain(amount), until }) };
  return [subscriptionRenewed(moment, data, noted(command.note))];
}

export function decideCancel(state: SubscriptionsState, command: CancelSubscription, moment: Moment): Decision {
  const { subscriptionId, reasonCode, reason, note } = command;
  const active = activeSubscription(state, subscriptionId, moment);
  if (isRejection(active)) return active;
  return [subscriptionCancelled(moment, { subscriptionId, reasonCode }, reason || note ? given({ reason, note }) : undefined)];
}

/** A day and an instant on it are less than a day apart: the renewal may last until the day is over. */
function endsBy(until: Occurrence | null, renewed: Occurrence): boolean {
  if (until === null) return false;
  return until.precision === renewed.precision ? until.occurredAt <= renewed.occurredAt : isBefore(until, renewed);
}

const plain = ({ minor, currency }: MoneyAmount): MoneyAmount => ({ minor, currency });

function activeSubscription(subscriptions: SubscriptionsState, id: string, moment: Moment): KnownSubscription | Rejection {
  const subscription = subscriptions.byId?.get(id);
  if (!subscription) {
    return reject('subscription-unknown', `There is no subscription ${id}: start it with StartSubscription, or correct the subscriptionId.`, '/subscriptionId');
  }
  if (subscription.cancelled !== null) {
    const detail = `Subscription ${id} was cancelled at ${printOccurrence(subscription.cancelled)}: start a new one with StartSubscription under another subscriptionId.`;
    return reject('subscription-cancelled', detail, '/subscriptionId');
  }
  if (isBefore(moment, subscription.started)) {
    return reject(
      'before-start',
      `Subscription ${id} started at ${printOccurrence(subscription.started)}: give an occurredAt that is not before it.`,
      '/occurredAt',
    );
  }
  return subscription;
}

function refuseNegative(amount: MoneyAmount | null | undefined, field: string): Rejection | null {
  if (!amount || amount.minor >= 0) return null;
  const detail = `The ${field} cannot be negative (${formatMoney(amount)}): give 0 or more; record what goes back to the customer with RecordReturn.`;
  return reject('amount-negative', detail, `/${field}/minor`);
}
