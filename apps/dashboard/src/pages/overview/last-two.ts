import type { Schemas } from '@tenure/client/browser';

type Lifecycle = Schemas['LifecycleAnswer'];
type Period = Lifecycle['periods'][number];
/** Of a period that is over, everything is known. */
type Over = Period & { readonly dormant: number };

/** The last two periods that are over; null before there are two. */
export function lastTwo({ periods }: Pick<Lifecycle, 'periods'>): { readonly last: Over; readonly before: Over } | null {
  const over = periods.filter((period): period is Over => !period.inProgress && period.dormant !== null);
  const [before, last] = over.slice(-2);
  return before && last ? { last, before } : null;
}
