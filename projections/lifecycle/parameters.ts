import { Describe } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { type Granularity, granularities, type WeekStart, weekStarts } from '../shared/calendar/calendar.js';
import { IsPresent } from '../shared/calendar/present.js';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsTimeZone } from '../shared/query-parameters/timezone.js';

export class LifecycleExportParameters {
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
  @Describe('First day: periods from the one it lies in. 1997-01-31, or 1997-01 for its first day')
  from?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Last day: periods up to the one it lies in. 1997-01-31, or 1997-01 for its last day')
  to?: string;

  @IsOptional()
  @IsPresent()
  @Describe('now for today, or a day: purchases dated after it do not count (the day of the latest purchase)')
  present?: string;
}

export class LifecycleParameters extends LifecycleExportParameters {
  @IsOptional()
  @IsIn(granularities)
  @Describe('day, week or month (month)')
  granularity?: Granularity;
}
