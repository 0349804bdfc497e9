import { Describe } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Granularity, granularities, type WeekStart, weekStarts } from '../shared/calendar/calendar.js';
import { IsPresent } from '../shared/calendar/present.js';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsTimeZone } from '../shared/query-parameters/timezone.js';
import { IsBrackets } from './brackets.js';
import { type Kind, kinds, type Mode, modes, type Window, windows } from './choices.js';

export class RetentionExportParameters {
  @IsOptional()
  @IsTimeZone()
  @Describe('IANA name')
  timezone?: string;

  @IsOptional()
  @IsIn(weekStarts)
  @Describe('monday or sunday (monday)')
  weekStart?: WeekStart;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('First day: cohorts from the one it lies in. 1997-01-31, or 1997-01 for its first day')
  from?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Last day: cohorts and periods up to those it lies in. 1997-01-31, or 1997-01 for its last day')
  to?: string;

  @IsOptional()
  @IsPresent()
  @Describe('now for today, or a day: purchases dated after it do not count (the day of the latest purchase)')
  present?: string;
}

export class RetentionParameters extends RetentionExportParameters {
  @IsOptional()
  @IsIn(granularities)
  @Describe('day, week or month (month)')
  granularity?: Granularity;

  @IsOptional()
  @IsIn(kinds)
  @Describe('first-time: cohort by first purchase ever; recurring: a customer belongs to the cohort of every period with a purchase (first-time)')
  kind?: Kind;

  @IsOptional()
  @IsIn(modes)
  @Describe('on, on-or-after or bracket (on)')
  mode?: Mode;

  @IsOptional()
  @IsIn(windows)
  @Describe('calendar or rolling; rolling goes with first-time (calendar)')
  window?: Window;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Describe('channel or product: of the first purchase (the first line where there are several); or a customer attribute, as known now')
  by?: string;

  @IsOptional()
  @IsBrackets()
  @Describe('With mode=bracket: where brackets start; the last number ends the last bracket (1,3,7,14,30)')
  brackets?: string;
}
