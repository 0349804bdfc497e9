import { msPerDay } from '@tenure/time';
import { daysIn } from '../calendar/zone-days.js';
import type { GivenEvent } from './events.js';

/** Zones before and after UTC, with clock changes and without; the last one's is of half an hour. */
export const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'];

/** The day since 1970 that an event given in milliseconds falls on in a zone. */
export const dayOfEvent = ({ at, precision }: GivenEvent, timezone: string): number =>
  precision === 'day' ? Math.floor((at as number) / msPerDay) : daysIn(timezone)((at as number) / 1000);
