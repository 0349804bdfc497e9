import { isUtc } from './time-zone.js';
import { zoneTransitions } from './zone-transitions.js';

/** What to add to UTC seconds for local seconds, in one zone, over one range of time. */
export interface ZoneOffsets {
  offsetAt(second: number): number;
  /** The first second whose local time has reached `localSecond`. A local time that a clock change skips is reached by the change. */
  firstSecondAt(localSecond: number): number;
}

const utc: ZoneOffsets = { offsetAt: () => 0, firstSecondAt: (localSecond) => localSecond };

const secondsPerYear = 366 * 86_400;
const mostKept = 64;
const kept = new Map<string, ZoneOffsets>();

/**
 * Looks up the clock changes once, so that each call costs a comparison, or at worst a binary search, and no call into a
 * time zone library: a scan calls it once per purchase. Outside the range it returns the nearest known offset. The look-up
 * takes some ten milliseconds; its result is kept for the next caller.
 */
export function zoneOffsets(timezone: string, range: { first: number; last: number }): ZoneOffsets {
  if (isUtc(timezone)) return utc;
  const first = Math.floor(range.first / secondsPerYear) * secondsPerYear;
  const last = Math.ceil(range.last / secondsPerYear) * secondsPerYear;
  const key = `${timezone} ${first} ${last}`;
  let found = kept.get(key);
  if (found === undefined) {
    if (kept.size === mostKept) kept.clear();
    found = lookUp(timezone, first, last);
    kept.set(key, found);
  }
  return found;
}

function lookUp(timezone: string, first: number, last: number): ZoneOffsets {
  const { starts, offsets } = zoneTransitions(timezone, first * 1000, last * 1000);
  const seconds = Float64Array.from(offsets, (offset) => offset / 1000);
  return seconds.length === 1 ? constant(seconds[0]!) : changing(Float64Array.from([...starts.map((start) => start / 1000), Infinity]), seconds);
}

const constant = (offset: number): ZoneOffsets => ({
  offsetAt: () => offset,
  firstSecondAt: (localSecond) => localSecond - offset,
});

function changing(starts: Float64Array, offsets: Float64Array): ZoneOffsets {
  let at = 0; // purchases of one customer are in order: as a rule the last result still holds
  return {
    offsetAt(second) {
      if (second < starts[at]! || second >= starts[at + 1]!) {
        let low = 0;
        let high = offsets.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >>> 1;
          if (starts[middle]! <= second) low = middle;
          else high = middle - 1;
        }
        at = low;
      }
      return offsets[at]!;
    },
    firstSecondAt(localSecond) {
      for (let i = 0; ; i += 1) {
        const candidate = Math.max(starts[i]!, localSecond - offsets[i]!);
        if (candidate < starts[i + 1]!) return candidate;
      }
    },
  };
}
