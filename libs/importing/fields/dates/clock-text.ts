import type { Clock } from './cell-time.js';

/** The clock and the zone that follow a date. */
export interface ClockText {
  readonly clock: Clock;
  /** Minutes east of UTC, or null without a zone. */
  readonly offset: number | null;
}

const written =
  /^(?:T|,? ?(?:at|um) |, ?| )(上午|下午|午前|午後|오전|오후)? ?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?(?: ?(am|pm|a\.m\.|p\.m\.|uhr))?(?: ?(z|utc|gmt)?([+-]\d{1,2}(?::?\d{2})?(?: [a-z]{2,5})?)?)(?: ?\[[\w/+-]+\]| \([^()]*\))?$/i;
/** A word of letters after a clock is a zone's abbreviation. */
const abbreviation = /(?:\d|[ap]\.?m\.?) ?([a-z]{2,5})$/i;

/**
 * The zones of RFC 2822 (4.3) in hours, as in Amazon's reports, except CST, which is China's as well.
 */
const american: Readonly<Record<string, string>> = { EDT: '-04', EST: '-05', CDT: '-05', MDT: '-06', MST: '-07', PDT: '-07', PST: '-08' };

/** Null when the text is no clock; the name of a zone that is only abbreviated, because several zones share each abbreviation. */
export function clockText(text: string): ClockText | string | null {
  const found = written.exec(text);
  if (!found) {
    const zone = abbreviation.exec(text)?.[1];
    if (zone === undefined || !written.test(text.slice(0, -zone.length).trimEnd())) return null;
    const offset = american[zone];
    return offset === undefined ? zone : clockText(text.slice(0, -zone.length) + offset);
  }
  const [, chinese, hours = '', minutes = '', seconds = '0', fraction = '', half, utc, zone] = found;
  const hour = hourOf(Number(hours), chinese ?? half?.toLowerCase().replaceAll('.', ''));
  const clock = { hour, minute: Number(minutes), second: Number(seconds), millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')) };
  return { clock, offset: zone === undefined ? (utc === undefined ? null : 0) : offsetMinutes(zone) };
}

/** 24 is no hour: it makes an hour invalid that a 12-hour clock does not show. `下午 20:00` is 20:00. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || half === 'uhr') return hour;
  if (/^[ap]m$/.test(half)) return hour < 1 || hour > 12 ? 24 : (hour % 12) + (half === 'pm' ? 12 : 0);
  const isMorning = /[上前전]/.test(half);
  if (isMorning) return hour > 12 ? 24 : hour % 12;
  return hour < 12 ? hour + 12 : hour;
}

/** `+02`, `-0500`, `+5:30`, `+0100 CET` in minutes; a day or more for an invalid offset. */
export function offsetMinutes(zone: string): number {
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?/.exec(zone) ?? [];
  const size = Number(minutes) > 59 ? 24 * 60 : Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}
