import { textRule } from '@tenure/shape';
import { canonicalTimeZone, timeZoneRemedy } from '@tenure/time';
import { checked } from './checked.js';

/** An IANA name, in upper or lower case. */
export const IsTimeZone = (): PropertyDecorator =>
  textRule({
    name: 'isTimeZone',
    code: 'unknown-timezone',
    accepts: (text) => text.length <= 64 && canonicalTimeZone(text) !== null,
    detail: (value) => `is "${value}", which is no time zone: write ${timeZoneRemedy(String(value).slice(0, 64))}`,
    schema: { type: 'string', maxLength: 64 },
  });

/** In IANA's spelling. @param preset the reporting time zone, used when none is given */
export function readTimeZone(text: string | undefined, preset: string): string {
  const given = text || preset;
  return checked(canonicalTimeZone(given), given);
}
