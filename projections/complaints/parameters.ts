import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { severities, statuses } from './complaint.js';

export const statusFilters = [...statuses, 'unresolved'] as const;
export const orders = ['oldest', 'newest'] as const;

/** By the day on which a complaint was opened. */
export class ComplaintExportParameters {
  @IsOptional() @IsString() @MaxLength(64) timezone?: string;
  @IsOptional() @IsString() @MaxLength(10) from?: string;
  @IsOptional() @IsString() @MaxLength(10) to?: string;
}

export class ComplaintListParameters extends ComplaintExportParameters {
  @IsOptional() @IsIn(statusFilters) status?: string;
  @IsOptional() @IsIn(severities) severity?: string;
  @IsOptional() @IsIn(orders) order?: string;
  @IsOptional() @IsString() @MaxLength(10) limit?: string;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

export class ComplaintSummaryParameters extends ComplaintExportParameters {
  @IsOptional() @IsIn(['month']) granularity?: 'month';
  @IsOptional() @IsString() @MaxLength(10) present?: string;
}
