import { dayName } from '@tenure/time';
import { linkTo } from '../shared/reading/link.js';
import type { Movement } from './movements.js';
import type { RevenueQuestion } from './question.js';

export const customersPath = 'recurring-revenue/customers';

/** The address of the list behind a cell, on the same terms: as many customers, and the same sum. */
export function customersLink({ calendar, over, present, moment }: RevenueQuestion, period: number, movement: Movement, currency: string | null): string {
  const { granularity, timezone, weekStart } = calendar;
  const about = { period: calendar.nameOf(period), movement, currency };
  return linkTo(moment, customersPath, { ...about, granularity, over, timezone, weekStart, present: dayName(present.day) });
}
