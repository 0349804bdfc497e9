import { Describe, IsWholeNumberText } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type WeekStart, weekStarts } from '../shared/calendar/calendar.js';
import { IsPresent } from '../shared/calendar/present.js';
import { IsLimit } from '../shared/paging/limit.js';
import { IsCurrencyInAnyCase } from '../shared/query-parameters/currency.js';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsTimeZone } from '../shared/query-parameters/timezone.js';
import { type Movement, movements } from './movements.js';

/** A day is too short to say anything of contracts. */
export const revenueGranularities = ['month', 'week'] as const;
export type RevenueGranularity = (typeof revenueGranularities)[number];

class RevenuePeriodParameters {
  @IsOptional()
  @IsIn(revenueGranularities)
  @Describe('week or month (month)')
  granularity?: RevenueGranularity;

  @IsOptional()
  @IsWholeNumberText(1, 60)
  @Describe('For how many periods customers are followed: 12 with months compares each month with the same one a year before, 1 to 60 (1)')
  over?: string;

  @IsOptional()
  @IsTimeZone()
  @Describe('IANA name')
  timezone?: string;

  @IsOptional()
  @IsIn(weekStarts)
  @Describe('monday or sunday (monday)')
  weekStart?: WeekStart;

  @IsOptional()
  @IsPresent()
  @Describe('now for today, or a day: the period that it lies in is not over (the day of the latest start, change, renewal or end of a subscription)')
  present?: string;
}

export class RevenueParameters extends RevenuePeriodParameters {
  @IsOptional()
  @IsDayOrMonth()
  @Describe('First day: periods from the one it lies in. 1997-01-31, or 1997-01 for its first day')
  from?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Last day: periods up to the one it lies in. 1997-01-31, or 1997-01 for its last day')
  to?: string;
}

export class RevenueCustomersParameters extends RevenuePeriodParameters {
  @IsOptional()
  @IsDayOrMonth()
  @Describe('A day of the period, or its month: 1997-01 (the one that is not over at the present)')
  period?: string;

  @IsOptional()
  @IsIn(movements)
  @Describe(`Whom: ${movements.join(', ')} (opening)`)
  movement?: Movement;

  @IsOptional()
  @IsCurrencyInAnyCase()
  @Describe('ISO 4217: those who are counted in this currency (whatever they pay with)')
  currency?: string;

  @IsOptional()
  @IsLimit()
  @Describe('Customers on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe('The `next` of the page before')
  cursor?: string;
}
