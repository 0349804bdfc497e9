import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Granularity, granularities, type WeekStart, weekStarts } from '../calendar/calendar.js';

export class LifecycleParameters {
  @IsOptional() @IsIn(granularities) granularity?: Granularity;
  @IsOptional() @IsString() @MaxLength(64) timezone?: string;
  @IsOptional() @IsIn(weekStarts) weekStart?: WeekStart;
  @IsOptional() @IsString() @MaxLength(10) from?: string;
  @IsOptional() @IsString() @MaxLength(10) to?: string;
}
