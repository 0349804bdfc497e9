import { textRule } from '@tenure/shape';
import { canonicalTimeZone, timeZoneRemedy } from '@tenure/time';
import { checked } from './checked.js';

/** An IANA name, in whichever case. */
export const IsTimeZone = (): PropertyDecorator =>
  textRule({
    name: 'isTimeZone',
    code: 'unknown-timezone',
    accepts: (text) => text.length <= 64 && canonicalTimeZone(text) !== null,
    detail: (value) => `is "${value}", which is no time zone: write ${timeZoneRemedy(String(value).slice(0, 64))}`,
    schema: { type: 'string', maxLength: 64 },
  });

/** As IANA writes it. @param preset the reporting time zone, for when none is asked for */
export function readTimeZone(text: string | undefined, preset: string): string {
  const given = text || preset;
  return checked(canonicalTimeZone(given), given);
}
