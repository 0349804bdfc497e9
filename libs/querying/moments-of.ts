import type { EventLogReader, Position } from '@tenure/event-log';
import { secondsPerDay, zoneOffsets } from '@tenure/time';

/** Reads the notations in which callers give a position or a time of the log. */
export interface Moments {
  /** The position that a caller means, with or without leading zeros; null for an invalid one. */
  position(text: string): Position | null;
  /** Epoch milliseconds of the last moment of a day since 1970, in the time zone. */
  endOfDay(day: number): number;
}

/** Reads the notations in which callers give a position or a time of a log. */
export function momentsOf(log: Pick<EventLogReader, 'readPosition'>, timezone: string): Moments {
  return {
    position: (text: string): Position | null => log.readPosition(text),
    endOfDay(day: number): number {
      const next = (day + 1) * secondsPerDay;
      const zone = zoneOffsets(timezone, { first: next - 2 * secondsPerDay, last: next + 2 * secondsPerDay });
      return zone.firstSecondAt(next) * 1000 - 1;
    },
  };
}
