import { temporal } from './temporal.js';

const sameAsUtc = new Set(['UTC', 'Etc/UTC', 'Etc/UCT', 'UCT', 'Zulu', 'Etc/Zulu', 'GMT', 'Etc/GMT', 'Etc/Universal', 'Universal']);

export const isUtc = (timeZone: string): boolean => sameAsUtc.has(timeZone);

/** The likely meanings of an abbreviation that IANA does not have, or that several zones share. */
const meant: Readonly<Record<string, readonly string[]>> = {
  ACST: ['Australia/Darwin'],
  ACDT: ['Australia/Adelaide'],
  AEST: ['Australia/Sydney'],
  AEDT: ['Australia/Sydney'],
  AKST: ['America/Anchorage'],
  AST: ['America/Halifax', 'Asia/Riyadh'],
  AWST: ['Australia/Perth'],
  BRT: ['America/Sao_Paulo'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CAT: ['Africa/Maputo'],
  CDT: ['America/Chicago'],
  CEST: ['Europe/Berlin'],
  CST: ['America/Chicago', 'Asia/Shanghai'],
  EAT: ['Africa/Nairobi'],
  EDT: ['America/New_York'],
  EEST: ['Europe/Athens'],
  GST: ['Asia/Dubai'],
  HKT: ['Asia/Hong_Kong'],
  ICT: ['Asia/Bangkok'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  MDT: ['America/Denver'],
  MSK: ['Europe/Moscow'],
  NST: ['America/St_Johns'],
  NZDT: ['Pacific/Auckland'],
  NZST: ['Pacific/Auckland'],
  PDT: ['America/Los_Angeles'],
  PKT: ['Asia/Karachi'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  SAST: ['Africa/Johannesburg'],
  SGT: ['Asia/Singapore'],
  WIB: ['Asia/Jakarta'],
  WEST: ['Europe/Lisbon'],
  Z: ['UTC'],
};

/**
 * The IANA name of a zone that the engine can compute with, in IANA's own capitals (`europe/berlin` is `Europe/Berlin`;
 * an alias such as `Asia/Calcutta` stays as given), or null. The zone library is asked instead of `Intl`, because `Intl` also accepts
 * ICU's abbreviations (`IST`, `PST`), for which no calendar exists. An offset (`+02:00`) has no clock changes: it is no zone.
 */
export function canonicalTimeZone(name: string): string | null {
  if (sameAsUtc.has(name)) return name;
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    const moment = temporal().Instant.fromEpochMilliseconds(0);
    // Asked twice: `ist` is accepted and then becomes `IST`, which is not.
    return moment.toZonedDateTimeISO(moment.toZonedDateTimeISO(name).timeZoneId).timeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What to write instead of an invalid zone name, continuing after `write`: "an IANA name such as Asia/Kolkata". */
export function timeZoneRemedy(name: string): string {
  const near = meant[name.trim().toUpperCase()] ?? byOffset(name.trim()) ?? byCity(name.trim());
  return near.length > 0 ? `an IANA name such as ${listed(near)}` : 'an IANA name such as UTC, Europe/Berlin or America/New_York';
}

/** `+02:00`, `GMT+2`, `UTC-5`: the names of fixed offsets have the opposite sign. */
function byOffset(name: string): string[] | null {
  const parts = /^(?:GMT|UTC)?([+-])0?(\d{1,2})(?::?00)?$/i.exec(name);
  if (parts === null || Number(parts[2]) > 12) return null;
  const hours = Number(parts[2]);
  return hours === 0 ? ['UTC'] : ['Europe/Berlin', `Etc/GMT${parts[1] === '+' ? '-' : '+'}${hours}`];
}

/** `Berlin`, `new york` and `Europe/berlin ` name a city. */
function byCity(name: string): string[] {
  const city = name.toLowerCase().replaceAll(' ', '_').split('/').at(-1);
  return Intl.supportedValuesOf('timeZone').filter((zone) => zone.toLowerCase().split('/').at(-1) === city);
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? (names[0] as string) : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
