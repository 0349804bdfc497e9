import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type Granularity, granularities, type WeekStart, weekStarts } from '../calendar/calendar.js';
import { type Kind, kinds, type Mode, modes, type Window, windows } from './choices.js';

export class RetentionExportParameters {
  @IsOptional() @IsString() @MaxLength(64) timezone?: string;
  @IsOptional() @IsIn(weekStarts) weekStart?: WeekStart;
  @IsOptional() @IsString() @MaxLength(10) from?: string;
  @IsOptional() @IsString() @MaxLength(10) to?: string;
  @IsOptional() @IsString() @MaxLength(10) present?: string;
}

export class RetentionParameters extends RetentionExportParameters {
  @IsOptional() @IsIn(granularities) granularity?: Granularity;
  @IsOptional() @IsIn(kinds) kind?: Kind;
  @IsOptional() @IsIn(modes) mode?: Mode;
  @IsOptional() @IsIn(windows) window?: Window;
  @IsOptional() @IsString() @MaxLength(100) by?: string;
  @IsOptional() @IsString() @MaxLength(200) brackets?: string;
}
