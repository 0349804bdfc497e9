import { Describe } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsTimeZone } from '../shared/query-parameters/timezone.js';

/** By the day of the purchase. */
export class PurchaseExportParameters {
  @IsOptional()
  @IsTimeZone()
  @Describe('IANA name')
  timezone?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('First day of purchases: 1997-01-31, or 1997-01 for its first day')
  from?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Last day of purchases: 1997-01-31, or 1997-01 for its last day')
  to?: string;
}
