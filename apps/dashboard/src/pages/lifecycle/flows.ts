import type { Schemas } from '@tenure/client/browser';

export type Period = Schemas['LifecycleAnswer']['periods'][number];

/** Above zero, from the axis up; dormant lies below it. */
export const above = ['returning', 'resurrecting', 'new'] as const;

/** The latest period that is over, and the one before it where there is one. */
export function latestOver(periods: readonly Period[]): { readonly latest: Period; readonly before: Period | null } | null {
  const at = periods.findLastIndex(({ inProgress }) => inProgress !== true);
  return at < 0 ? null : { latest: periods[at]!, before: periods[at - 1] ?? null };
}

/** Customers of a period by part of its bar: from how many to how many it reaches, those who went dormant below zero. */
export function barOf(period: Period): { readonly part: (typeof above)[number] | 'dormant'; readonly from: number; readonly to: number }[] {
  let reached = 0;
  const stacked = above.map((part) => {
    const from = reached;
    reached += period[part];
    return { part, from, to: reached };
  });
  return period.dormant === null ? stacked : [...stacked, { part: 'dormant', from: -period.dormant, to: 0 }];
}
