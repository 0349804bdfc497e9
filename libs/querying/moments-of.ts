import type { EventLogReader, Position } from '@tenure/event-log';
import { secondsPerDay, zoneOffsets } from '@tenure/time';

/** Reads what callers write for a place or a time of a log. */
export function momentsOf(log: Pick<EventLogReader, 'readPosition'>, timezone: string) {
  return {
    position: (text: string): Position | null => log.readPosition(text),
    /** Epoch milliseconds of the last moment of a day since 1970, in the time zone. */
    endOfDay(day: number): number {
      const next = (day + 1) * secondsPerDay;
      const zone = zoneOffsets(timezone, { first: next - 2 * secondsPerDay, last: next + 2 * secondsPerDay });
      return zone.firstSecondAt(next) * 1000 - 1;
    },
  };
}
