import { Describe } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Granularity, granularities } from '../../shared/calendar/calendar.js';
import { IsPresent } from '../../shared/calendar/present.js';
import { IsDayOrMonth } from '../../shared/query-parameters/day.js';
import { IsTimeZone } from '../../shared/query-parameters/timezone.js';

export const survivalSubjects = ['second-purchase', 'subscriptions'] as const;
export type SurvivalSubject = (typeof survivalSubjects)[number];

/** What curves are about, parsed. */
export interface SurvivalRules {
  readonly of: SurvivalSubject;
  readonly granularity: Granularity;
  readonly timezone: string;
  readonly by: string | null;
}

export class SurvivalParameters {
  @IsOptional()
  @IsIn(survivalSubjects)
  @Describe('second-purchase: from the first purchase to one on a later day; subscriptions: from the first start to the end of the last (second-purchase)')
  of?: SurvivalSubject;

  @IsOptional()
  @IsIn(granularities)
  @Describe('What a row covers: a day, a week of 7 days or a month of 30 days (month)')
  granularity?: Granularity;

  @IsOptional()
  @IsTimeZone()
  @Describe('IANA name')
  timezone?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Customers who began on this day or later. 1997-01-31, or 1997-01 for its first day')
  from?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Customers who began by this day. 1997-01-31, or 1997-01 for its last day')
  to?: string;

  @IsOptional()
  @IsPresent()
  @Describe('now for today, or a day: what is dated after it is not known (the day of the latest purchase, or start or end of a subscription)')
  present?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Describe('A curve for each channel or product (of the first purchase), or value of a customer attribute, as known now')
  by?: string;
}
