import type { DayOf } from '../shared/calendar/zone-days.js';
import { type DatedStep, datedSubscriptions, isEnd, isStart } from './dated-steps.js';
import type { RecurringRevenueDocument } from './document.js';

/** A customer's time with subscriptions, in days since 1970: the stay that is projected, too (decision 57). */
export interface Stay {
  readonly start: number;
  /** The day on which the last subscription ended; null while one is running. */
  readonly end: number | null;
  /** The interval of those that are running, else of all: the one written last. ISO 8601. */
  readonly interval: string;
}

/** What is known by the end of a day, in the zone of `dayOf`; null before the first start. */
export function stayBy(document: RecurringRevenueDocument, dayOf: DayOf, day: number): Stay | null {
  const begun = datedSubscriptions(document, dayOf)
    .map(({ steps }) => steps.filter((dated) => dated.day <= day))
    .filter((steps) => steps.some(isStart));
  if (begun.length === 0) return null;
  const all = begun.flat();
  const running = begun.filter((steps) => !steps.some(isEnd));
  const start = all.filter(isStart).reduce((first, dated) => Math.min(first, dated.day), Infinity);
  const interval = lastInterval(running.length > 0 ? running.flat() : all);
  if (running.length > 0) return { start, end: null, interval };
  return { start, end: all.filter(isEnd).reduce((last, dated) => Math.max(last, dated.day), start), interval };
}

/** Among some steps, which a start is among. Of two at one moment always the same one. */
function lastInterval(steps: readonly DatedStep[]): string {
  const written = steps.flatMap(({ step: [stamp, , , , interval] }) => (interval === null ? [] : [{ stamp, interval }]));
  return written.reduce((last, each) => (each.stamp > last.stamp || (each.stamp === last.stamp && each.interval > last.interval) ? each : last)).interval;
}
