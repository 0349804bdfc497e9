import type { CancelReasonCode } from '@tenure/customer';
import type { Act, Life, World } from './life.js';

/** Most customers who leave say nothing: only their silence shows it. */
export function leaveInSilence(life: Life, at: number): void {
  life.left = at;
  life.chapter += 1;
}

/** Leaves with a reason where there is something to cancel; some close their account too. */
export function leaveFor(reasonCode: CancelReasonCode, reason: string): Act {
  return (world, life, at) => {
    if (life.left !== null) return;
    leaveInSilence(life, at);
    cancel(world, life, at, reasonCode, reason);
    if (!life.random.chance(0.12)) return;
    life.closed = true;
    world.send(life, 'CloseCustomer', at, { reason });
  };
}

export function cancel(world: World, life: Life, at: number, reasonCode: CancelReasonCode, reason?: string): void {
  if (!life.subscription) return;
  world.send(life, 'CancelSubscription', at, { subscriptionId: life.subscription.id, reasonCode, reason });
  life.subscription = null;
}
