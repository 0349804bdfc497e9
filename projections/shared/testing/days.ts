import { msPerDay } from '@tenure/time';
import { daysIn } from '../calendar/zone-days.js';
import type { GivenEvent } from './events.js';

/** Zones before and after UTC, with clock changes and without; that of the last one is half an hour. */
export const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'];

/** The day since 1970 of an event given in milliseconds, in a zone. */
export const dayOfEvent = ({ at, precision }: GivenEvent, timezone: string): number =>
  precision === 'day' ? Math.floor((at as number) / msPerDay) : daysIn(timezone)((at as number) / 1000);
