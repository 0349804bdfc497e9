import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Granularity, granularities, type WeekStart, weekStarts } from '../calendar/calendar.js';

export class LifecycleExportParameters {
  @IsOptional() @IsString() @MaxLength(64) timezone?: string;
  @IsOptional() @IsIn(weekStarts) weekStart?: WeekStart;
  @IsOptional() @IsString() @MaxLength(10) from?: string;
  @IsOptional() @IsString() @MaxLength(10) to?: string;
  @IsOptional() @IsString() @MaxLength(10) present?: string;
}

export class LifecycleParameters extends LifecycleExportParameters {
  @IsOptional() @IsIn(granularities) granularity?: Granularity;
}
