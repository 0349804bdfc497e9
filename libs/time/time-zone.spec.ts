import { canonicalTimeZone, timeZoneRemedy } from './time-zone.js';
import { zoneOffsets } from './zone-offsets.js';

const range = { first: Date.UTC(2020, 0, 1) / 1000, last: Date.UTC(2030, 0, 1) / 1000 };

it('is known by every name that the platform lists', () => {
  for (const name of Intl.supportedValuesOf('timeZone')) expect(canonicalTimeZone(name)).toBe(name);
});

it.each([
  ['UTC', 'UTC'],
  ['utc', 'UTC'],
  ['GMT', 'GMT'],
  ['Etc/GMT+2', 'Etc/GMT+2'],
  ['europe/berlin', 'Europe/Berlin'],
  ['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['EST5EDT', 'EST5EDT'],
])('%s is %s', (given, canonical) => {
  expect(canonicalTimeZone(given)).toBe(canonical);
  expect(() => zoneOffsets(canonical, range)).not.toThrow();
});

it.each([
  ['CST', 'America/Chicago or Asia/Shanghai'],
  ['IST', 'Asia/Kolkata'],
  ['PST', 'America/Los_Angeles'],
  ['BST', 'Europe/London'],
  ['JST', 'Asia/Tokyo'],
  ['ist', 'Asia/Kolkata'],
  ['EDT', 'America/New_York'],
  ['AEST', 'Australia/Sydney'],
  ['ACT', 'IANA name such as UTC'],
  ['VST', 'IANA name such as UTC'],
  ['Z', 'UTC'],
  ['+02:00', 'Etc/GMT-2'],
  ['-0500', 'Etc/GMT+5'],
  ['GMT+2', 'Etc/GMT-2'],
  ['UTC+00:00', 'UTC'],
  ['Berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['Europe/Berlin ', 'Europe/Berlin'],
  ['Europe/Atlantis', 'IANA name such as UTC'],
  ['Factory', 'IANA name such as UTC'],
  ['', 'IANA name such as UTC'],
  ['[u-ca=iso8601]', 'IANA name such as UTC'],
  ['2026-01-01T00:00:00+01:00[Europe/Berlin]', 'IANA name such as UTC'],
])('%j is no zone, and the remedy names %s', (given, named) => {
  expect(canonicalTimeZone(given)).toBeNull();
  expect(timeZoneRemedy(given)).toContain(named);
});
