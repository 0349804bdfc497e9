import type { QueryContext } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { linkTo } from '../../shared/reading/link.js';
import type { StayQuestion } from './question.js';
import type { Staying } from './staying.js';

export const stayingCustomersPath = 'retention/projection/customers';

/** The address of the customers of a cohort who were there in its period k or later. */
export function linkToStaying(
  moment: Pick<QueryContext, 'asAt'>,
  { of, granularity, timezone, weekStart, silence }: StayQuestion,
  { present }: Pick<Staying, 'present'>,
  cohort: string,
  period: number,
): string {
  return linkTo(moment, stayingCustomersPath, { of, granularity, timezone, weekStart, silence, present: dayName(present.day), cohort, period });
}
