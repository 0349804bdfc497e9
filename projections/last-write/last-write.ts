/**
 * Which of two facts about the same thing is the later one, whatever order they arrived in. Facts are ranked by when
 * they happened, then by kind (a change at the moment of registration comes after it), then by content.
 */
export const ranks = {
  CustomerRegistered: 0,
  CustomerDetailsChanged: 1,
  CustomerClosed: 0,
  CustomerReopened: 1,
  SubscriptionStarted: 0,
  SubscriptionChanged: 1,
  SubscriptionRenewed: 2,
  SubscriptionCancelled: 3,
  ComplaintLogged: 0,
  ComplaintAcknowledged: 1,
  ComplaintResolved: 2,
  ComplaintReopened: 3,
} as const;

/** When and of what kind, in one number that sorts. */
export function stampOf(event: { readonly type: string; readonly occurredAt: number }): number {
  return event.occurredAt * 4 + (ranks[event.type as keyof typeof ranks] ?? 0);
}

export const timeOfStamp = (stamp: number): number => Math.floor(stamp / 4);

/** Whether the new fact replaces the one that is held. */
export function isLater(stamp: number, value: unknown, heldStamp: number, heldValue: unknown): boolean {
  return stamp > heldStamp || (stamp === heldStamp && JSON.stringify(value) > JSON.stringify(heldValue));
}
