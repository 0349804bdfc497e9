export {
  dayName,
  dayOf,
  dayOfTime,
  daysInMonth,
  digitsAt,
  endOfYear9999,
  firstDayOfMonth,
  isDay,
  monthName,
  monthOfDay,
  msPerDay,
  parseDay,
  parseDayOrMonth,
  secondsPerDay,
  timeName,
} from './civil-days.js';
export { type Duration, horizonDays, isDuration, parseDuration } from './duration.js';
export { parseTime } from './rfc3339.js';
export { canonicalTimeZone, isUtc, timeZoneRemedy } from './time-zone.js';
export { type WallToEpoch, wallToEpoch } from './wall-clock.js';
export { type ZoneOffsets, zoneOffsets } from './zone-offsets.js';
