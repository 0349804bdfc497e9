import type { CancelReasonCode } from '@tenure/customer';
import { currency, plans } from './company.js';
import { cancel, leaveFor } from './leaving.js';
import { type Act, type Life, number, type World } from './life.js';

const reasons: readonly CancelReasonCode[] = ['pricing', 'pricing', 'competition', 'inconvenience', 'core-service-failure', 'involuntary', 'other'];

export const subscribe: Act = (world, life, at) => {
  if (life.left !== null) return;
  const plan = life.random.pick(plans);
  const id = number(life, 'S');
  world.send(life, 'StartSubscription', at, { subscriptionId: id, plan: plan.name, price: { minor: plan.minor, currency }, interval: 'P1M' });
  life.subscription = { id, startedAt: at, renewals: 0, plan };
  planRenewal(world, life);
};

const renew: Act = (world, life, at) => {
  const { random, subscription } = life;
  if (!subscription) return;
  if (life.left !== null) return cancel(world, life, at, random.pick(reasons));
  if (random.chance(0.025)) {
    cancel(world, life, at, random.pick(reasons));
    if (random.chance(0.3)) leaveFor('other', 'no longer needed')(world, life, at);
    return;
  }
  const other = random.pick(plans);
  if (other !== subscription.plan && random.chance(0.03)) {
    world.send(life, 'ChangeSubscription', at, { subscriptionId: subscription.id, plan: other.name, price: { minor: other.minor, currency } });
    life.subscription = { ...subscription, plan: other };
  }
  const { plan, renewals } = life.subscription ?? subscription;
  const until = new Date(monthsAfter(subscription.startedAt, renewals + 2)).toISOString();
  world.send(life, 'RenewSubscription', at, { subscriptionId: subscription.id, amount: { minor: plan.minor, currency }, until });
  life.subscription = { ...subscription, plan, renewals: renewals + 1 };
  planRenewal(world, life);
};

function planRenewal(world: World, life: Life): void {
  const { subscription } = life;
  if (!subscription) return;
  world.later(life, monthsAfter(subscription.startedAt, subscription.renewals + 1), (w, l, when) => {
    if (l.subscription?.id === subscription.id) renew(w, l, when);
  });
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function monthsAfter(start: number, months: number): number {
  const date = new Date(start);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), lastDay) - 1) * 86_400_000 + (start % 86_400_000);
}
