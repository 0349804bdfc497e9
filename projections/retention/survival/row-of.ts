import { secondsPerDay } from '@tenure/time';
import type { Granularity } from '../../shared/calendar/calendar.js';
import { rollingSeconds } from '../slots.js';
import type { Observed } from './observed.js';

/** Days of a row of the curve: 1, 7 or 30. */
export const rowDays = (granularity: Granularity): number => rollingSeconds[granularity] / secondsPerDay;

/**
 * The row in which the observation of a customer ends. Row 0 is the day of the beginning, row k ends k times `days` days after it;
 * a customer is at risk in this row and in those before it.
 */
export const rowOf = ({ time }: Observed, days: number): number => Math.ceil(time / days);
