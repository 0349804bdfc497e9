import { BadQuery } from '@tenure/querying';
import type { DaySpan } from '../calendar/day-span.js';
import { readDay } from './day.js';

/** `from` and `to`: days, both inclusive; a month is all of its days. */
export function readDaySpan({ from, to }: { readonly from?: string; readonly to?: string }): DaySpan {
  const span = { from: readDay(from), to: readDay(to, 'last') };
  if (span.from !== null && span.to !== null && span.from > span.to) throw new BadQuery('from', 'from-after-to', 'from lies after to: swap them.');
  return span;
}
