import { canonicalTimeZone, timeZoneRemedy, wallToEpoch } from '@tenure/time';
import { isoTime } from '../fields/dates/iso-time.js';
import { cellTimes, type TimeReading } from '../fields/dates/time-cell.js';
import type { ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';

/** How the times of a file are read, whatever its columns say. */
export interface FileTimes extends Omit<TimeReading, 'style'> {
  /** The zone of times that carry none: the one given, else the engine's own. */
  readonly timeZone: string;
}

/** @throws ImportRefused for a format that is none, and for a zone that no calendar can be counted in. */
export function fileTimes({ dateFormat, timeZone, engineTimeZone = 'UTC' }: ImportOptions): FileTimes {
  const given = timeZone ?? engineTimeZone;
  const zone = canonicalTimeZone(given);
  if (zone === null) throw new ImportRefused('unknown-time-zone', 'timeZone', `timeZone "${given}" is no time zone: give ${timeZoneRemedy(given)}`);
  return { read: cellTimes(dateFormat), toEpoch: wallToEpoch(zone), dateFormat, timeZone: zone };
}

/** The same for a workbook: a cell that is a date there is one whatever the format says, and comes as `yyyy-MM-dd HH:mm:ss`. */
export function workbookTimes(times: FileTimes): FileTimes {
  return { ...times, read: (text) => times.read(text) ?? isoTime(text) };
}
