import { type Severity, severities } from '@tenure/customer';
import { Describe } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPresent } from '../shared/calendar/present.js';
import { IsLimit } from '../shared/paging/limit.js';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsTimeZone } from '../shared/query-parameters/timezone.js';
import { statuses } from './complaint.js';

export const statusFilters = [...statuses, 'unresolved'] as const;
export const orders = ['oldest', 'newest'] as const;

/** By the day on which a complaint was opened. */
export class ComplaintExportParameters {
  @IsOptional()
  @IsTimeZone()
  @Describe('IANA name')
  timezone?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('First day: 1997-01-31, or 1997-01 for its first day')
  from?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Last day: 1997-01-31, or 1997-01 for its last day')
  to?: string;
}

export class ComplaintListParameters extends ComplaintExportParameters {
  @IsOptional()
  @IsIn(statusFilters)
  @Describe('open, acknowledged, reopened, resolved, or unresolved for the first three')
  status?: (typeof statusFilters)[number];

  @IsOptional()
  @IsIn(severities)
  @Describe('low, medium, high or critical')
  severity?: Severity;

  @IsOptional()
  @IsIn(orders)
  @Describe('oldest or newest, by when it was opened (oldest)')
  order?: (typeof orders)[number];

  @IsOptional()
  @IsLimit()
  @Describe('Complaints on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe('The `next` of the page before')
  cursor?: string;
}

export class ComplaintSummaryParameters extends ComplaintExportParameters {
  @IsOptional()
  @IsIn(['month'])
  @Describe('Of the summary: month')
  granularity?: 'month';

  @IsOptional()
  @IsPresent()
  @Describe('Of the summary: now for today, or a day: what is dated after it does not count (the day of the latest step)')
  present?: string;
}
