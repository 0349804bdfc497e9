import type { Schemas } from '@tenure/client/browser';

export type Month = Schemas['ComplaintsSummaryAnswer']['periods'][number];

/** Complaints that were resolved in a month, one each: those of the classes of time to resolve. */
export const resolvedOf = ({ timeToResolve }: Month): number => timeToResolve.reduce((sum, { count }) => sum + count, 0);

/** Of the complaints that were resolved in a month, the share that took less than so many hours; null for none. */
export function shareWithin(month: Month, hours: number): number | null {
  const all = resolvedOf(month);
  if (all === 0) return null;
  const within = month.timeToResolve.filter(({ upToHours }) => upToHours !== null && upToHours <= hours);
  return within.reduce((sum, { count }) => sum + count, 0) / all;
}

/** The latest month that is over and in which a complaint was resolved. */
export const latestResolved = (months: readonly Month[]): Month | undefined =>
  months.findLast((month) => month.inProgress !== true && month.meanHoursToResolve !== null);

/** From the axis up. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;

/** Complaints opened above zero by severity, those resolved below. */
export function barOf(month: Month): { readonly part: (typeof severities)[number] | 'resolved'; readonly from: number; readonly to: number }[] {
  let reached = 0;
  const opened = severities.map((part) => {
    const from = reached;
    reached += month.opened[part];
    return { part, from, to: reached };
  });
  return [...opened, { part: 'resolved', from: -month.resolved.total, to: 0 }];
}
