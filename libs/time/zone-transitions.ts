import { temporal } from './temporal.js';

/** The offsets of a zone over a range: `offsets[i]` holds from `starts[i]` (epoch milliseconds, the first -Infinity) on. */
export interface ZoneTransitions {
  readonly starts: readonly number[];
  /** Milliseconds to add to UTC for the local clock. */
  readonly offsets: readonly number[];
}

/** Before these years no zone had a standard time, and the rules of later ones are unknown: outside of them clocks are assumed not to change. */
const RULED = { first: Date.UTC(1800, 0, 1), last: Date.UTC(2200, 0, 1) } as const;

/** `timeZone` is an IANA name; `first` and `last` are epoch milliseconds. Some ten milliseconds for 30 years: keep the result. */
export function zoneTransitions(timeZone: string, first: number, last: number): ZoneTransitions {
  let moment = temporal()
    .Instant.fromEpochMilliseconds(Math.min(Math.max(first, RULED.first), RULED.last))
    .toZonedDateTimeISO(timeZone);
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [Math.round(moment.offsetNanoseconds / 1e6)];
  if (last < RULED.first || first >= RULED.last) return { starts, offsets };
  for (;;) {
    const change = moment.getTimeZoneTransition('next');
    if (change === null || change.epochMilliseconds > Math.min(last, RULED.last)) return { starts, offsets };
    starts.push(change.epochMilliseconds);
    offsets.push(Math.round(change.offsetNanoseconds / 1e6));
    moment = change;
  }
}
