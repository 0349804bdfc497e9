import { Describe, IsWholeNumberText } from '@tenure/shape';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../../shared/paging/limit.js';
import { IsDayOrMonth } from '../../shared/query-parameters/day.js';
import { StayParameters } from './parameters.js';

export class StayingCustomersParameters extends StayParameters {
  @IsOptional()
  @IsDayOrMonth()
  @Describe('The cohort, by its name or by any day in it: 1997-01, or 1997-01-31 (all cohorts)')
  cohort?: string;

  @IsOptional()
  @IsWholeNumberText(0, 100_000)
  @Describe("Who was there in the cohort's period of this number or later; 0 is all of them (0)")
  period?: string;

  @IsOptional()
  @IsLimit()
  @Describe('Customers on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe('The `next` of the page before')
  cursor?: string;
}
