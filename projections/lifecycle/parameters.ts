import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { granularities, type Granularity, weekStarts, type WeekStart } from '../calendar/calendar.js';

export class LifecycleParameters {
  @IsOptional() @IsIn(granularities) granularity?: Granularity;
  @IsOptional() @IsString() @MaxLength(64) timezone?: string;
  @IsOptional() @IsIn(weekStarts) weekStart?: WeekStart;
  @IsOptional() @IsString() @MaxLength(10) from?: string;
  @IsOptional() @IsString() @MaxLength(10) to?: string;
}
