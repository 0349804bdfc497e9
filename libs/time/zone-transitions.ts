import { temporal } from './temporal.js';

/** The offsets of a zone over a range: `offsets[i]` holds from `starts[i]` (epoch milliseconds, the first -Infinity) on. */
export interface ZoneTransitions {
  readonly starts: readonly number[];
  /** Milliseconds to add to UTC for the local clock. */
  readonly offsets: readonly number[];
}

/** `timeZone` is an IANA name; `first` and `last` are epoch milliseconds. Some ten milliseconds for 30 years: keep what is found. */
export function zoneTransitions(timeZone: string, first: number, last: number): ZoneTransitions {
  let moment = temporal().Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timeZone);
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [Math.round(moment.offsetNanoseconds / 1e6)];
  for (;;) {
    const change = moment.getTimeZoneTransition('next');
    if (change === null || change.epochMilliseconds > last) return { starts, offsets };
    starts.push(change.epochMilliseconds);
    offsets.push(Math.round(change.offsetNanoseconds / 1e6));
    moment = change;
  }
}
