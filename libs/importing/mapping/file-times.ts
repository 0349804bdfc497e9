import { canonicalTimeZone, timeZoneRemedy, wallToEpoch } from '@tenure/time';
import { isoTime } from '../fields/dates/iso-time.js';
import { cellTimes, type TimeReading } from '../fields/dates/time-cell.js';
import type { ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';

/** How the times of a file are read, independently of its columns. */
export interface FileTimes extends Omit<TimeReading, 'style'> {
  /** The zone of times that carry none: the given one, otherwise the engine's own. */
  readonly timeZone: string;
}

/** @throws ImportRefused for an invalid format, and for a zone that the engine cannot compute with */
export function fileTimes({ dateFormat, timeZone, engineTimeZone = 'UTC' }: ImportOptions): FileTimes {
  const given = timeZone ?? engineTimeZone;
  const zone = canonicalTimeZone(given);
  if (zone === null) throw new ImportRefused('unknown-time-zone', 'timeZone', `timeZone "${given}" is no time zone: give ${timeZoneRemedy(given)}`);
  return { read: cellTimes(dateFormat), toEpoch: wallToEpoch(zone), dateFormat, timeZone: zone };
}

/** The same for a workbook: a date cell is a date whatever the format says, and arrives as `yyyy-MM-dd HH:mm:ss`. */
export function workbookTimes(times: FileTimes): FileTimes {
  return { ...times, read: (text) => times.read(text) ?? isoTime(text) };
}
